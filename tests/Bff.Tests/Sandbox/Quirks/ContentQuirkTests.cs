using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Quirks;

public sealed class ContentQuirkTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("/cms/pages")]
    [InlineData("/cms/categories")]
    public async Task V17_lists_of_pages_and_categories_are_bare(string path)
    {
        await sandbox.RowAsync(17);
        using var salon = sandbox.Unchecked("salon-hk");

        (await salon.GetAsync(path)).Data.ShouldBeOfType<JsonArray>().ShouldNotBeEmpty();
        (await salon.GetAsync("/cms/posts")).Items.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(null, "[")]
    [InlineData("null", "null")]
    [InlineData("noId", "\"[{\\\"type\\\"")]
    [InlineData("editorjs", "\"{\\\"time\\\"")]
    [InlineData("html", "\"<p>")]
    public async Task V18_blocks_come_in_another_form(string? form, string start)
    {
        await sandbox.RowAsync(18, form);
        using var salon = sandbox.Unchecked("salon-hk");

        var blocks = (await salon.GetAsync("/cms/pages/home")).Data["blocks"];

        var text = blocks?.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        (text ?? "null").ShouldStartWith(start);
    }

    [Fact]
    public async Task V19_payloads_of_blocks_have_their_old_names()
    {
        await sandbox.RowAsync(19);
        using var salon = sandbox.Unchecked("salon-hk");
        var blocks = new List<JsonNode>();
        foreach (var page in (await salon.GetAsync("/cms/pages")).Items)
        {
            var text = (string)(await salon.GetAsync($"/cms/pages/{page!["slug"]}")).Data["blocks"]!;
            blocks.AddRange(JsonNode.Parse(text)!.AsArray().Select(b => b!));
        }

        JsonNode First(string type) => blocks.First(b => (string)b["type"]! == type)["data"]!;
        var types = blocks.Select(b => (string)b["type"]!).ToHashSet();

        (types.Contains("header"), types.Contains("heading"), types.Contains("delimiter"), types.Contains("divider")).ShouldBe((true, false, true, false));
        (First("paragraph")["text"], First("paragraph")["html"]).ShouldSatisfyAllConditions(p => p.Item1.ShouldNotBeNull(), p => p.Item2.ShouldBeNull());
        (First("image")["file"]!["url"], First("image")["url"]).ShouldSatisfyAllConditions(p => p.Item1.ShouldNotBeNull(), p => p.Item2.ShouldBeNull());
        ((string)First("list")["style"]!).ShouldBeOneOf("ordered", "unordered");
        First("quote")["caption"].ShouldNotBeNull();
    }

    [Fact]
    public async Task V20_posts_take_further_arguments()
    {
        using var salon = sandbox.Unchecked("salon-hk");

        (await NotedAsync(20, () => salon.GetAsync("/cms/posts?type=post&categoryId=1&sort=title&order=asc"))).ShouldBe((4, 0));
    }

    [Fact]
    public async Task V21_posts_have_numbers_an_author_and_their_old_text()
    {
        await sandbox.RowAsync(21);
        using var salon = sandbox.Unchecked("salon-hk");
        var listed = (await salon.GetAsync("/cms/posts")).Items[0]!;

        var post = (await salon.GetAsync($"/cms/posts/{listed["slug"]}")).Data;

        ((int)post["id"]!).ShouldBe((int)listed["id"]!);
        post["author"]!["name"].ShouldNotBeNull();
        post.AsObject().ContainsKey("metaTitle").ShouldBeTrue();
        post["content"].ShouldNotBeNull();
    }

    [Fact]
    public async Task V40_a_survey_answer_says_more()
    {
        using var salon = sandbox.Unchecked("salon-hk");

        (await NotedAsync(40, () => salon.PostTextAsync(
            "/surveys/none/responses", """{"answers":{},"scores":{},"respondentName":"A","startedAt":"2026-06-10T00:00:00Z"}"""))).ShouldBe((3, 0));
    }

    [Fact]
    public async Task V42_a_message_needs_an_address_and_may_have_a_subject()
    {
        using var salon = sandbox.Unchecked("salon-hk");
        var body = new JsonObject { ["name"] = "A", ["message"] = "B", ["subject"] = "C" };

        await sandbox.PresetAsync("contract");
        var accepted = await salon.PostAsync("/contact", body);
        await sandbox.RowAsync(42);
        var refused = await salon.PostAsync("/contact", body);

        ((int)accepted.Status).ShouldBe(201);
        refused.InvalidFields.ShouldBe(["email"]);
    }

    /// <summary>Contract violations of a call with the row off and on.</summary>
    private async Task<(int Off, int On)> NotedAsync(int row, Func<Task> call)
    {
        await sandbox.PresetAsync("contract");
        sandbox.World.Violations.Clear();
        await call();
        var off = sandbox.World.Violations.Counts.Count;
        await sandbox.RowAsync(row);
        sandbox.World.Violations.Clear();
        await call();
        return (off, sandbox.World.Violations.Counts.Count);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Bff.Tests.Sandbox.Contract;

namespace Bff.Tests.Sandbox.Content;

public sealed class CmsTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    public static TheoryData<string> Tenants => ["salon-hk", "yoga-berlin", "shop-10k"];

    [Theory]
    [MemberData(nameof(Tenants))]
    public async Task A_tenant_shows_blocks_of_every_kind_that_the_contract_knows(string tenant)
    {
        using var client = sandbox.For(tenant);
        var known = ContractFile.Document["components"]!["schemas"]!["ContentBlock"]!["properties"]!["type"]!["x-known-values"]!.AsArray();

        var blocks = await BlocksAsync(client, "pages");
        blocks.AddRange(await BlocksAsync(client, "posts"));

        blocks.Select(b => (string)b["type"]!).Distinct().Order().ShouldBe(known.Select(k => (string)k!).Order());
        blocks.ShouldAllBe(b => (int)b["version"]! == 1 && b["data"] is JsonObject);
        blocks.Select(b => (string)b["id"]!).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Tenants))]
    public async Task Every_tenant_has_a_header_and_a_footer_menu(string tenant)
    {
        using var client = sandbox.For(tenant);

        var header = await client.GetAsync("/cms/menus/header");
        var footer = await client.GetAsync("/cms/menus/footer");
        var sidebar = await client.GetAsync("/cms/menus/sidebar");

        header.Data["items"]!.AsArray().ShouldContain(item => item!["children"]!.AsArray().Count > 0);
        ((string)footer.Data["location"]!).ShouldBe("footer");
        (sidebar.Status, sidebar.ErrorCode).ShouldBe((HttpStatusCode.NotFound, "NOT_FOUND"));
    }

    [Fact]
    public async Task Drafts_and_what_is_not_public_are_nowhere_to_be_seen()
    {
        using var salon = sandbox.Salon();

        var pages = await salon.GetAsync("/cms/pages");
        var posts = await salon.GetAsync("/cms/posts?limit=100");

        pages.Items.Concat(posts.Items).ShouldAllBe(e => (string)e!["status"]! == "published" && (string)e["visibility"]! == "public");
        (await salon.GetAsync("/cms/pages/members-lounge")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await salon.GetAsync("/cms/posts/autumn-lookbook")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Posts_come_newest_first_in_pages_and_by_words()
    {
        using var yoga = sandbox.Yoga();

        var first = await yoga.GetAsync("/cms/posts?limit=3");
        var second = await yoga.GetAsync("/cms/posts?limit=3&page=2");
        var found = await yoga.GetAsync("/cms/posts?search=uckermark%20PHONE");

        var moments = first.Items.Concat(second.Items).Select(p => (string)p!["publishedAt"]!).ToList();
        moments.ShouldBe(moments.OrderDescending());
        ((bool)second.Data["pagination"]!["hasNext"]!).ShouldBeFalse();
        ((string)found.Items.Single()!["slug"]!).ShouldBe("herbstretreat-bericht");
    }

    [Fact]
    public async Task A_page_can_be_without_content_and_hang_under_another()
    {
        using var salon = sandbox.Salon();

        var links = await salon.GetAsync("/cms/pages/links");
        var team = await salon.GetAsync("/cms/pages/about-team");
        var about = await salon.GetAsync("/cms/pages/about");

        links.Data["blocks"].ShouldBeNull();
        ((string)team.Data["parentId"]!).ShouldBe((string)about.Data["id"]!);
    }

    [Fact]
    public async Task A_post_belongs_to_the_tenant_that_shows_it()
    {
        using var salon = sandbox.Salon();
        using var load = sandbox.For("load-00007");

        var own = await salon.GetAsync("/cms/posts/humid-summer-hair");
        var others = await load.GetAsync("/cms/posts/humid-summer-hair");

        ((string)own.Data["companyId"]!, (string)others.Data["companyId"]!).ShouldBe(("salon-hk", "load-00007"));
        ((int)own.Data["meta"]!["readingMinutes"]!).ShouldBe(4);
        (await salon.GetAsync("/cms/categories")).Items.Select(c => (string)c!["id"]!)
            .ShouldContain((string)own.Data["categories"]![0]!["id"]!);
    }

    private static async Task<List<JsonNode>> BlocksAsync(SandboxClient client, string kind)
    {
        List<JsonNode> blocks = [];
        foreach (var entry in (await client.GetAsync($"/cms/{kind}")).Items)
        {
            var detail = await client.GetAsync($"/cms/{kind}/{entry!["slug"]}");
            var list = JsonNode.Parse((string?)detail.Data["blocks"] ?? "[]")!.AsArray();
            blocks.AddRange(list.Select(b => b!));
            blocks.AddRange(list.SelectMany(b => b!["data"]!["columns"]?.AsArray() ?? []).SelectMany(c => c!["blocks"]!.AsArray())!);
        }

        foreach (var block in blocks)
        {
            ContractSchemas.Errors("ContentBlock", block).ShouldBeEmpty();
        }

        return blocks;
    }
}

using System.Text.Json;
using Bff.Upstream.Content;
using Bff.Upstream.Json;

namespace Bff.Tests.Upstream;

/// <summary>Content blocks in all forms (notes V18, V19).</summary>
public sealed class BlockTests
{
    [Theory]
    [InlineData("""["{0}"]""")]
    [InlineData("[{0}]")]
    [InlineData("""{"blocks":[{0}],"time":1,"version":"2.28"}""")]
    [InlineData("""["{1}"]""")]
    public void V18_Blocks_come_as_text_as_an_array_or_as_an_editor_s_object(string form)
    {
        var block = """{"id":"b1","type":"heading","version":1,"data":{"level":2,"text":"Hi"}}""";
        var content = form switch
        {
            """["{0}"]""" => JsonSerializer.Serialize($"[{block}]"),
            """["{1}"]""" => JsonSerializer.Serialize($$"""{"blocks":[{{block}}]}"""),
            _ => form.Replace("{0}", block, StringComparison.Ordinal),
        };

        var read = Read(content).ShouldHaveSingleItem();

        (read.Id, read.Type, read.Version, read.Member("text").AsText()).ShouldBe(("b1", "heading", 1, "Hi"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[1,null,\"x\",{},{\"type\":7.5e400},{\"type\":\"\"}]", 1)]
    public void V18_Nothing_usable_is_no_content(string content, int blocks = 0) => Read(content).Length.ShouldBe(blocks);

    [Theory]
    [InlineData("<p>Hello</p>")]
    [InlineData("Hello")]
    [InlineData("[not json")]
    [InlineData("42")]
    public void V18_Any_other_text_is_HTML(string text)
    {
        var block = Read(JsonSerializer.Serialize(text)).ShouldHaveSingleItem();

        (block.Type, block.Member("html").AsText()).ShouldBe(("html", text));
    }

    [Fact]
    public void V18_A_block_may_lack_id_version_and_data()
    {
        var block = Read("""[{"type":"divider"}]""").ShouldHaveSingleItem();

        (block.Id, block.Version, block.Data.ValueKind).ShouldBe((null, null, JsonValueKind.Object));
    }

    [Theory]
    [InlineData("paragraph", """{"text":"x"}""", "paragraph", "html", "x")]
    [InlineData("paragraph", """{"html":"y","text":"x"}""", "paragraph", "html", "y")]
    [InlineData("header", """{"text":"x"}""", "heading", "text", "x")]
    [InlineData("delimiter", "{}", "divider", "any", null)]
    [InlineData("list", """{"style":"ordered"}""", "list", "ordered", "true")]
    [InlineData("list", """{"style":"unordered"}""", "list", "ordered", "false")]
    [InlineData("image", """{"file":{"url":"u"}}""", "image", "url", "u")]
    [InlineData("image", """{"src":"u"}""", "image", "url", "u")]
    [InlineData("quote", """{"caption":"c"}""", "quote", "cite", "c")]
    [InlineData("hologram", """{"depth":3}""", "hologram", "depth", "3")]
    public void V19_Payloads_are_read_by_the_contract_s_words(string type, string data, string known, string word, string? value)
    {
        var block = Read($$"""[{"type":"{{type}}","data":{{data}}}]""").ShouldHaveSingleItem();

        (block.Type, block.Member(word).AsText()).ShouldBe((known, value));
    }

    private static System.Collections.Immutable.ImmutableArray<V6Block> Read(string content)
    {
        using var document = JsonDocument.Parse($$"""{"blocks":{{content}}}""");
        return V6Blocks.Read(new V6Json(document.RootElement).Get("blocks"));
    }
}

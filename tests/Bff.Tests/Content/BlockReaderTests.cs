using System.Collections.Immutable;
using System.Text.Json;
using Bff.Contracts.Content;
using Bff.Grains.Content;
using Bff.Upstream.Content;
using Bff.Upstream.Json;

namespace Bff.Tests.Content;

/// <summary>From v6's blocks, whose forms are tested with the v6 client (notes V18, V19), to those of the contract.</summary>
public sealed class BlockReaderTests
{
    [Theory]
    [InlineData("<p>About <script>x</script>us</p>", "<p>About us</p>")]
    [InlineData("About us", "About us")]
    [InlineData("[gallery] <b>old</b>", "[gallery] <b>old</b>")]
    public void Text_that_is_no_JSON_is_one_sanitised_fragment(string text, string html) => Read(text).ShouldBe([new HtmlBlock(html)]);

    [Fact]
    public void Blocks_may_lack_id_and_version() =>
        Read("""[{"type":"divider"},{"type":"code","data":{"lang":"js","code":"a<b"}}]""").ShouldBe([new DividerBlock(), new CodeBlock("js", "a<b")]);

    [Fact]
    public void A_kind_of_the_future_is_kept_as_it_came() =>
        Read("""[{"id":"x","type":"hologram","version":3,"data":{"beam":[1]}}]""")
            .ShouldBe([new UnknownBlock("hologram", """{"beam":[1]}""") { Id = "x", Version = 3 }]);

    [Theory]
    [InlineData("""{"type":"paragraph","data":{"text":"a<b>b</b>"}}""", "ParagraphBlock", "a<b>b</b>")]
    [InlineData("""{"type":"header","data":{"text":"Q&amp;A","level":6}}""", "HeadingBlock", "Text = Q&A")]
    [InlineData("""{"type":"list","data":{"style":"ordered","items":["a",{"content":"b","items":[]}]}}""", "ListBlock", "Ordered = True")]
    [InlineData("""{"type":"image","data":{"file":{"url":"https://x.example/a.jpg"},"caption":"c"}}""", "ImageBlock", "https://x.example/a.jpg")]
    [InlineData("""{"type":"image","data":{"src":"/a.jpg"}}""", "ImageBlock", "/a.jpg")]
    [InlineData("""{"type":"delimiter","data":{}}""", "DividerBlock", "")]
    [InlineData("""{"type":"quote","data":{"text":"t","caption":"Ann"}}""", "QuoteBlock", "Cite = Ann")]
    public void Names_of_other_writers_are_mapped(string block, string kind, string holds)
    {
        var read = Read($"[{block}]").ShouldHaveSingleItem();

        read.GetType().Name.ShouldBe(kind);
        read.ToString().ShouldContain(holds);
    }

    [Theory]
    [InlineData("""{"type":"image","data":{"url":"javascript:alert(1)"}}""")]
    [InlineData("""{"type":"cta","data":{"label":"x","href":"javascript:alert(1)"}}""")]
    [InlineData("""{"type":"embed","data":{"url":"http://insecure.example"}}""")]
    [InlineData("""{"type":"youtube","data":{"videoId":"\"><script>"}}""")]
    [InlineData("""{"type":"file","data":{"url":"data:text/html,x"}}""")]
    [InlineData("""{"type":"paragraph","data":{"html":[]}}""")]
    [InlineData("""{"type":"heading","data":{"text":null}}""")]
    public void A_block_without_what_makes_it_up_is_left_out(string block) => Read($"[{block}]").ShouldBeEmpty();

    [Fact]
    public void Columns_hold_blocks_and_no_columns()
    {
        var blocks = Read(
            """[{"type":"columns","data":{"columns":[{"span":2,"blocks":[{"type":"divider"},{"type":"columns","data":{"columns":[{"blocks":[]}]}}]},{"blocks":[]}]}}]""");

        var columns = blocks.ShouldHaveSingleItem().ShouldBeOfType<ColumnsBlock>();
        columns.Columns.Length.ShouldBe(2);
        columns.Columns[0].Span.ShouldBe(2);
        columns.Columns[0].Blocks.ShouldBe([new DividerBlock()]);
    }

    private static ImmutableArray<ContentBlock> Read(string text) => V6Blocks.Read(new V6Json(JsonSerializer.SerializeToElement(text))).ToBlocks();
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bff.Contracts.Content;
using Bff.Grains.Content;
using Bff.Upstream.Content;
using Bff.Upstream.Json;
using CsCheck;

namespace Bff.Tests.Content;

/// <summary>Whatever a page holds, it is shown without a throw and without anything that runs.</summary>
public sealed partial class BlockReaderPropertyTests
{
    private static readonly string[] Kinds =
    [
        "paragraph", "heading", "header", "image", "list", "quote", "code", "divider", "embed", "html", "youtube", "file", "faq", "callout",
        "gallery", "cta", "accordion", "product", "columns", "hologram", "",
    ];

    private static readonly string[] Names =
    [
        "id", "type", "version", "data", "blocks", "html", "text", "level", "url", "src", "file", "items", "style", "ordered", "images",
        "columns", "href", "label", "question", "answer", "title", "body", "videoId", "span", "code", "cite", "content",
    ];

    private static readonly Gen<string> HostileText = Gen.OneOf(
        Gen.String,
        Gen.OneOf(
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "https://x.example/a", "<svg/onload=alert(1)>",
            "<a href=javascript:alert(1)>x", "<b><i></b>", "\uD800", "", "dQw4w9WgXcQ", "[", "{\"blocks\":", "<style>*{}</style>", "&lt;script&gt;"));

    private static readonly Gen<JsonNode?> Leaf = Gen.OneOf(
        HostileText.Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Double[-1e9, 1e9].Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Bool.Select(flag => (JsonNode?)JsonValue.Create(flag)),
        Gen.Const((JsonNode?)null));

    private static readonly Gen<JsonNode?> Blocks = Gen.Recursive<JsonNode?>((depth, child) => depth > 5 ? Leaf : Gen.Frequency(
        (2, Leaf),
        (3, Gen.Select(Gen.OneOf(Names), child).Array[0, 5].Select(members => (JsonNode?)Object(members))),
        (4, Gen.Select(Gen.OneOf(Kinds), Gen.Select(Gen.OneOf(Names), child).Array[0, 6]).Select((kind, members) => (JsonNode?)Block(kind, Object(members)))),
        (3, child.Array[0, 4].Select(Array))));

    [Fact]
    public void Any_JSON_is_read_without_a_throw_and_without_anything_that_runs() => Blocks.Sample(
        json =>
        {
            var text = json?.ToJsonString() ?? "null";
            foreach (var block in Read(text))
            {
                ShouldBeSafe(block);
            }
        },
        iter: 1_500);

    [Fact]
    public void Any_text_is_read_without_a_throw_and_without_anything_that_runs() => HostileText.Array[0, 6].Select(string.Concat).Sample(
        text =>
        {
            foreach (var block in Read(text))
            {
                ShouldBeSafe(block);
            }
        },
        iter: 1_500);

    [Fact]
    public void A_document_cut_anywhere_is_read_without_a_throw() => Gen.Select(Blocks, Gen.Int[0, 400]).Sample(
        (json, length) =>
        {
            var text = json?.ToJsonString() ?? "null";
            Read(text[..Math.Min(length, text.Length)]).IsDefault.ShouldBeFalse();
        },
        iter: 500);

    // As a page holds it: the text within the JSON of the answer.
    private static ImmutableArray<ContentBlock> Read(string text)
    {
        using var answer = JsonDocument.Parse(new JsonObject { ["blocks"] = text }.ToJsonString());
        return V6Blocks.Read(new V6Json(answer.RootElement).Get("blocks")).ToBlocks();
    }

    // Everything but the two kinds whose texts are said to be unsanitised: code, and what nobody knows.
    private static void ShouldBeSafe(ContentBlock block)
    {
        if (block is ColumnsBlock columns)
        {
            columns.Columns.SelectMany(column => column.Blocks).ToList().ForEach(ShouldBeSafe);
            return;
        }

        foreach (var html in HtmlOf(block))
        {
            Running().IsMatch(html).ShouldBeFalse(html);
        }

        foreach (var url in UrlsOf(block))
        {
            (url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || !url.Contains(':', StringComparison.Ordinal)).ShouldBeTrue(url);
        }
    }

    private static IEnumerable<string> HtmlOf(ContentBlock block) => block switch
    {
        ParagraphBlock paragraph => [paragraph.Html],
        HtmlBlock html => [html.Html],
        ListBlock list => list.ItemsHtml,
        QuoteBlock quote => [quote.Html],
        CalloutBlock callout => [callout.BodyHtml],
        FaqBlock faq => faq.Items.Select(item => item.BodyHtml),
        AccordionBlock accordion => accordion.Items.Select(item => item.BodyHtml),
        _ => [],
    };

    private static IEnumerable<string> UrlsOf(ContentBlock block) => block switch
    {
        ImageBlock image => [image.Image.Url],
        GalleryBlock gallery => gallery.Images.Select(image => image.Url),
        EmbedBlock embed => [embed.Url],
        FileBlock file => [file.Url],
        CtaBlock cta => [cta.Href],
        _ => [],
    };

    private static JsonObject Object((string Name, JsonNode? Value)[] members) =>
        new(members.DistinctBy(member => member.Name).Select(member => KeyValuePair.Create(member.Name, member.Value?.DeepClone())));

    private static JsonObject Block(string kind, JsonObject data) => new JsonObject { ["type"] = kind, ["data"] = data };

    private static JsonNode? Array(JsonNode?[] items) => new JsonArray([.. items.Select(item => item?.DeepClone())]);

    [GeneratedRegex(@"<\s*(script|style|svg|iframe)|<[^>]*\son\w+\s*=|<[^>]*javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Running();
}

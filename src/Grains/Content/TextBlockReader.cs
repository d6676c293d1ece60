using System.Net;
using Bff.Contracts.Content;
using Bff.Upstream.Content;
using Bff.Upstream.Json;

namespace Bff.Grains.Content;

/// <summary>Blocks that are read.</summary>
internal static class TextBlockReader
{
    private const int UsualHeading = 2;
    private const int LowestHeading = 4;

    public static ParagraphBlock? Paragraph(V6Block block) => Clean(block.Text("html")) is { } html ? new ParagraphBlock(html) : null;

    public static HeadingBlock? Heading(V6Block block) =>
        block.Text("text") is { } text
            ? new HeadingBlock(Math.Clamp(block.Payload().Int("level") ?? UsualHeading, 1, LowestHeading), Plain(text), block.Text("anchor"))
            : null;

    public static ListBlock? List(V6Block block) =>
        block.Payload().Many("items", Item) is { IsEmpty: false } items ? new ListBlock(block.Member("ordered").AsText() is "true", items) : null;

    public static QuoteBlock? Quote(V6Block block) =>
        Clean(block.Text("text")) is { } html ? new QuoteBlock(html, block.Text("cite") is { } cite ? Plain(cite) : null) : null;

    public static CodeBlock? Code(V6Block block) => block.Text("code") is { } code ? new CodeBlock(block.Text("lang"), code) : null;

    public static HtmlBlock? Html(V6Block block) => Clean(block.Text("html")) is { } html ? new HtmlBlock(html) : null;

    public static CalloutBlock? Callout(V6Block block) =>
        Clean(block.Text("body")) is { } body ? new CalloutBlock(block.Text("tone"), block.Text("title"), body) : null;

    public static FaqBlock? Faq(V6Block block) =>
        block.Payload().Many("items", item => Folded(item, "question", "answer")) is { IsEmpty: false } items
            ? new FaqBlock(block.Text("title"), items)
            : null;

    public static AccordionBlock? Accordion(V6Block block) =>
        block.Payload().Many("items", item => Folded(item, "title", "body")) is { IsEmpty: false } items
            ? new AccordionBlock(block.Text("semantic"), items)
            : null;

    private static FoldedText? Folded(V6Json item, string title, string body) =>
        item.Key(title) is { } always ? new FoldedText(item.Key("id"), always, HtmlCleaner.Clean(item.Text(body) ?? "")) : null;

    // EditorJS writes the entries of nested lists as objects with content; what hangs below an entry is left out.
    private static string? Item(V6Json item) => HtmlCleaner.CleanOrNull(item.IsObject ? item.Key("content", "text") : item.AsText());

    // What is nothing but markup that had to go shows nothing.
    private static string? Clean(string? html) => HtmlCleaner.CleanOrNull(html) is { } clean && !string.IsNullOrWhiteSpace(clean) ? clean : null;

    // EditorJS escapes its texts; in a plain text an entity would be shown as it is written.
    private static string Plain(string text) => text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
}

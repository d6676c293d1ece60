using System.Collections.Immutable;

namespace Bff.Contracts.Content;

/// <summary>A paragraph.</summary>
/// <param name="Html">Inline HTML, sanitised.</param>
[GenerateSerializer, Immutable, Alias("bff.block.paragraph")]
public sealed record ParagraphBlock([property: Id(0)] string Html) : ContentBlock;

/// <summary>A heading.</summary>
/// <param name="Level">1 (highest) to 4.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Anchor">Name to link to it by.</param>
[GenerateSerializer, Immutable, Alias("bff.block.heading")]
public sealed record HeadingBlock([property: Id(0)] int Level, [property: Id(1)] string Text, [property: Id(2)] string? Anchor) : ContentBlock;

/// <summary>A list.</summary>
/// <param name="Ordered">Numbered.</param>
/// <param name="ItemsHtml">The entries, inline HTML, sanitised.</param>
[GenerateSerializer, Immutable, Alias("bff.block.list")]
public sealed record ListBlock([property: Id(0)] bool Ordered, [property: Id(1)] ImmutableArray<string> ItemsHtml) : ContentBlock;

/// <summary>A quotation.</summary>
/// <param name="Html">What was said, inline HTML, sanitised.</param>
/// <param name="Cite">Who said it.</param>
[GenerateSerializer, Immutable, Alias("bff.block.quote")]
public sealed record QuoteBlock([property: Id(0)] string Html, [property: Id(1)] string? Cite) : ContentBlock;

/// <summary>Program text.</summary>
/// <param name="Language">Programming language, when set.</param>
/// <param name="Code">Plain text.</param>
[GenerateSerializer, Immutable, Alias("bff.block.code")]
public sealed record CodeBlock([property: Id(0)] string? Language, [property: Id(1)] string Code) : ContentBlock;

/// <summary>A line between two parts.</summary>
[GenerateSerializer, Immutable, Alias("bff.block.divider")]
public sealed record DividerBlock : ContentBlock;

/// <summary>A fragment that the merchant wrote as HTML.</summary>
/// <param name="Html">The fragment, sanitised.</param>
[GenerateSerializer, Immutable, Alias("bff.block.html")]
public sealed record HtmlBlock([property: Id(0)] string Html) : ContentBlock;

/// <summary>A highlighted note.</summary>
/// <param name="Tone">Kind of note (info, success, warning, danger, note); open set.</param>
/// <param name="Title">Heading.</param>
/// <param name="BodyHtml">Text, HTML, sanitised.</param>
[GenerateSerializer, Immutable, Alias("bff.block.callout")]
public sealed record CalloutBlock(
    [property: Id(0)] string? Tone, [property: Id(1)] string? Title, [property: Id(2)] string BodyHtml) : ContentBlock;

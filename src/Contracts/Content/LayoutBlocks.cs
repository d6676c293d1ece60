using System.Collections.Immutable;

namespace Bff.Contracts.Content;

/// <summary>Questions and their answers.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Items">The questions.</param>
[GenerateSerializer, Immutable, Alias("bff.block.faq")]
public sealed record FaqBlock([property: Id(0)] string? Title, [property: Id(1)] ImmutableArray<FoldedText> Items) : ContentBlock;

/// <summary>Parts that unfold.</summary>
/// <param name="Semantic">What they mean (faq, plain); open set.</param>
/// <param name="Items">The parts.</param>
[GenerateSerializer, Immutable, Alias("bff.block.accordion")]
public sealed record AccordionBlock(
    [property: Id(0)] string? Semantic, [property: Id(1)] ImmutableArray<FoldedText> Items) : ContentBlock;

/// <summary>A line that unfolds: a question with its answer, a title with its text.</summary>
/// <param name="Id">Stable key; null when v6 gave none.</param>
/// <param name="Title">What is always seen, plain text.</param>
/// <param name="BodyHtml">What unfolds, HTML, sanitised.</param>
[GenerateSerializer, Immutable, Alias("bff.folded-text")]
public sealed record FoldedText([property: Id(0)] string? Id, [property: Id(1)] string Title, [property: Id(2)] string BodyHtml);

/// <summary>A button that leads somewhere.</summary>
/// <param name="Label">Caption.</param>
/// <param name="Href">Where to: http(s), mailto, tel, a path of the site or a place on the page.</param>
/// <param name="Style">How it looks (primary, secondary, ghost); open set.</param>
/// <param name="OpenInNewTab">Opens another tab.</param>
[GenerateSerializer, Immutable, Alias("bff.block.cta")]
public sealed record CtaBlock(
    [property: Id(0)] string Label,
    [property: Id(1)] string Href,
    [property: Id(2)] string? Style,
    [property: Id(3)] bool OpenInNewTab) : ContentBlock;

/// <summary>A product of the shop.</summary>
/// <param name="Slug">The product.</param>
/// <param name="Layout">How it is shown (card, inline); open set.</param>
[GenerateSerializer, Immutable, Alias("bff.block.product")]
public sealed record ProductBlock([property: Id(0)] string Slug, [property: Id(1)] string? Layout) : ContentBlock;

/// <summary>Blocks side by side. Never within itself.</summary>
/// <param name="Columns">The columns, from the left.</param>
/// <param name="StackBelow">Width under which they stand below each other, a CSS length.</param>
/// <param name="Align">How they line up (start, center, stretch); open set.</param>
[GenerateSerializer, Immutable, Alias("bff.block.columns")]
public sealed record ColumnsBlock(
    [property: Id(0)] ImmutableArray<BlockColumn> Columns,
    [property: Id(1)] string? StackBelow,
    [property: Id(2)] string? Align) : ContentBlock;

/// <summary>One column.</summary>
/// <param name="Span">Its share of the width, when set.</param>
/// <param name="Blocks">What stands in it.</param>
[GenerateSerializer, Immutable, Alias("bff.block-column")]
public sealed record BlockColumn([property: Id(0)] int? Span, [property: Id(1)] ImmutableArray<ContentBlock> Blocks);

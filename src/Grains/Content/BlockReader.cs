using System.Collections.Immutable;
using Bff.Contracts.Content;
using Bff.Upstream.Content;
using Bff.Upstream.Json;

namespace Bff.Grains.Content;

/// <summary>
/// From the blocks of a page or post to those of the contract. Its HTML is sanitised here, once for each change; a block of a known kind
/// without what makes it up shows nothing and is left out; a kind that nobody knows is kept as it came. Never throws.
/// </summary>
internal static class BlockReader
{
    private const int MaxTypeLength = 64;
    private const int MaxUnknownLength = 16_384;

    public static ImmutableArray<ContentBlock> ToBlocks(this ImmutableArray<V6Block> blocks) => Read(blocks, nested: false);

    /// <summary>What v6 calls the block's payload.</summary>
    internal static V6Json Payload(this V6Block block) => new(block.Data);

    /// <summary>A text of the payload by the contract's word for it; null when it is missing or empty.</summary>
    internal static string? Text(this V6Block block, string word) => block.Member(word).AsText() is { Length: > 0 } text ? text : null;

    // Within columns, other columns are left out: they are never nested, and a client cannot ask for endless depth.
    private static ImmutableArray<ContentBlock> Read(ImmutableArray<V6Block> blocks, bool nested)
    {
        var read = ImmutableArray.CreateBuilder<ContentBlock>(blocks.Length);
        foreach (var block in blocks)
        {
            if (ReadOne(block, nested) is { } known)
            {
                read.Add(known with { Id = block.Id, Version = block.Version });
            }
        }

        return read.DrainToImmutable();
    }

    private static ContentBlock? ReadOne(V6Block block, bool nested) => block.Type switch
    {
        "paragraph" => TextBlockReader.Paragraph(block),
        "heading" => TextBlockReader.Heading(block),
        "list" => TextBlockReader.List(block),
        "quote" => TextBlockReader.Quote(block),
        "code" => TextBlockReader.Code(block),
        "divider" => new DividerBlock(),
        "html" => TextBlockReader.Html(block),
        "callout" => TextBlockReader.Callout(block),
        "faq" => TextBlockReader.Faq(block),
        "accordion" => TextBlockReader.Accordion(block),
        "image" => MediaBlockReader.Image(block),
        "gallery" => MediaBlockReader.Gallery(block),
        "embed" => MediaBlockReader.Embed(block),
        "youtube" => MediaBlockReader.Youtube(block),
        "file" => MediaBlockReader.File(block),
        "cta" => MediaBlockReader.Cta(block),
        "product" => block.Text("slug") is { } slug ? new ProductBlock(slug, block.Text("layout")) : null,
        "columns" => nested ? null : Columns(block),
        _ => Unknown(block),
    };

    private static ColumnsBlock? Columns(V6Block block) =>
        block.Payload().Many("columns", Column) is { IsEmpty: false } columns
            ? new ColumnsBlock(columns, block.Text("stackBelow"), block.Text("align"))
            : null;

    private static BlockColumn? Column(V6Json column) =>
        column.IsObject ? new BlockColumn(column.Int("span"), Read(V6Blocks.Read(column.Get("blocks")), nested: true)) : null;

    private static UnknownBlock? Unknown(V6Block block)
    {
        if (block.Type.Length > MaxTypeLength)
        {
            return null;
        }

        var data = block.Data.GetRawText();
        return new UnknownBlock(block.Type, data.Length <= MaxUnknownLength ? data : null);
    }
}

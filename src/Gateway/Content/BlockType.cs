using Bff.Contracts.Content;
using GraphQL.Types;

namespace Bff.Gateway.Content;

/// <summary>
/// Blocks as a union. Members that carry the same field name give it the same type, so that a client can select all kinds side by side
/// without aliases (GraphQL October 2021, section 5.3.2).
/// </summary>
internal sealed class ContentBlockType : UnionGraphType
{
    public ContentBlockType()
    {
        Name = "ContentBlock";
        Description = "One piece of a page or post. New kinds arrive as UnknownBlock until the schema names them. Source: v6 getCmsPage, getCmsPost.";
        Type<ParagraphBlockType>();
        Type<HeadingBlockType>();
        Type<ListBlockType>();
        Type<QuoteBlockType>();
        Type<CodeBlockType>();
        Type<DividerBlockType>();
        Type<HtmlBlockType>();
        Type<CalloutBlockType>();
        Type<ImageBlockType>();
        Type<GalleryBlockType>();
        Type<EmbedBlockType>();
        Type<YoutubeBlockType>();
        Type<FileBlockType>();
        Type<CtaBlockType>();
        Type<ProductBlockType>();
        Type<FaqBlockType>();
        Type<AccordionBlockType>();
        Type<ColumnsBlockType>();
        Type<UnknownBlockType>();
    }
}

/// <summary>What all kinds of blocks share.</summary>
internal abstract class BlockType<TBlock> : ObjectGraphType<TBlock>
    where TBlock : ContentBlock
{
    protected BlockType(string description)
    {
        Name = typeof(TBlock).Name;
        Description = description;
        Field<IdGraphType>("id").Description("Stable key of the block, when v6 gives one.").Resolve(c => c.Source.Id);
        Field<IntGraphType>("version").Description("Version of this kind's form, when v6 gives one.").Resolve(c => c.Source.Version);
    }
}

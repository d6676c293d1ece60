using Bff.Contracts.Content;
using GraphQL.Types;

namespace Bff.Gateway.Content;

internal sealed class FaqBlockType : BlockType<FaqBlock>
{
    public FaqBlockType()
        : base("Questions and their answers.")
    {
        Field<StringGraphType>("title").Description("Heading.").Resolve(c => c.Source.Title);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<FaqItemType>>>>("items").Description("The questions.").Resolve(c => c.Source.Items);
    }
}

internal sealed class FaqItemType : ObjectGraphType<FoldedText>
{
    public FaqItemType()
    {
        Name = "FaqItem";
        Description = "Question of a faq block.";
        Field<IdGraphType>("id").Description("Stable key, when v6 gives one.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("question").Description("Question.").Resolve(c => c.Source.Title);
        Field<NonNullGraphType<SanitizedHtmlScalar>>("answer").Description("Answer.").Resolve(c => c.Source.BodyHtml);
    }
}

internal sealed class AccordionBlockType : BlockType<AccordionBlock>
{
    public AccordionBlockType()
        : base("Parts that unfold.")
    {
        Field<StringGraphType>("semantic").Description("What they mean (faq, plain); open set.").Resolve(c => c.Source.Semantic);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AccordionItemType>>>>("items").Description("The parts.").Resolve(c => c.Source.Items);
    }
}

internal sealed class AccordionItemType : ObjectGraphType<FoldedText>
{
    public AccordionItemType()
    {
        Name = "AccordionItem";
        Description = "Part of an accordion block.";
        Field<IdGraphType>("id").Description("Stable key, when v6 gives one.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("title").Description("What is always seen.").Resolve(c => c.Source.Title);
        Field<NonNullGraphType<SanitizedHtmlScalar>>("body").Description("What unfolds.").Resolve(c => c.Source.BodyHtml);
    }
}

internal sealed class CtaBlockType : BlockType<CtaBlock>
{
    public CtaBlockType()
        : base("A button that leads somewhere.")
    {
        Field<NonNullGraphType<StringGraphType>>("label").Description("Caption.").Resolve(c => c.Source.Label);
        Field<NonNullGraphType<StringGraphType>>("href")
            .Description("Where to: an http(s), mailto or tel address, a path of the site or a place on the page.")
            .Resolve(c => c.Source.Href);
        Field<StringGraphType>("style").Description("How it looks (primary, secondary, ghost); open set.").Resolve(c => c.Source.Style);
        Field<NonNullGraphType<BooleanGraphType>>("openInNewTab").Description("Opens another tab: add rel=noopener.").Resolve(c => c.Source.OpenInNewTab);
    }
}

internal sealed class ProductBlockType : BlockType<ProductBlock>
{
    public ProductBlockType()
        : base("A product of the shop.")
    {
        Field<NonNullGraphType<StringGraphType>>("slug").Description("The product: the argument of product.").Resolve(c => c.Source.Slug);
        Field<StringGraphType>("layout").Description("How it is shown (card, inline); open set.").Resolve(c => c.Source.Layout);
    }
}

internal sealed class ColumnsBlockType : BlockType<ColumnsBlock>
{
    public ColumnsBlockType()
        : base("Blocks side by side; never within each other.")
    {
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<BlockColumnType>>>>("columns").Description("The columns, from the left.").Resolve(c => c.Source.Columns);
        Field<StringGraphType>("stackBelow").Description("Width under which they stand below each other, a CSS length.").Resolve(c => c.Source.StackBelow);
        Field<StringGraphType>("align").Description("How they line up (start, center, stretch); open set.").Resolve(c => c.Source.Align);
    }
}

internal sealed class BlockColumnType : ObjectGraphType<BlockColumn>
{
    public BlockColumnType()
    {
        Name = "BlockColumn";
        Description = "Column of a columns block.";
        Field<IntGraphType>("span").Description("Its share of the width, when set.").Resolve(c => c.Source.Span);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ContentBlockType>>>>("blocks").Description("What stands in it.").Resolve(c => c.Source.Blocks);
    }
}

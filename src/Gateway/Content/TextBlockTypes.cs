using Bff.Contracts.Content;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Content;

internal sealed class ParagraphBlockType : BlockType<ParagraphBlock>
{
    public ParagraphBlockType()
        : base("A paragraph.") =>
        Field<NonNullGraphType<SanitizedHtmlScalar>>("html").Description("Inline HTML.").Resolve(c => c.Source.Html);
}

internal sealed class HeadingBlockType : BlockType<HeadingBlock>
{
    public HeadingBlockType()
        : base("A heading.")
    {
        Field<NonNullGraphType<IntGraphType>>("level").Description("1 (highest) to 4.").Resolve(c => c.Source.Level);
        Field<NonNullGraphType<StringGraphType>>("text").Description("Plain text.").Resolve(c => c.Source.Text);
        Field<StringGraphType>("anchor").Description("Name to link to it by.").Resolve(c => c.Source.Anchor);
    }
}

internal sealed class ListBlockType : BlockType<ListBlock>
{
    public ListBlockType()
        : base("A list.")
    {
        Field<NonNullGraphType<BooleanGraphType>>("ordered").Description("Numbered.").Resolve(c => c.Source.Ordered);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ListItemType>>>>("items").Description("The entries.").Resolve(c => c.Source.ItemsHtml);
    }
}

internal sealed class ListItemType : ObjectGraphType<string>
{
    public ListItemType()
    {
        Name = "ListItem";
        Description = "Entry of a list block.";
        Field<NonNullGraphType<SanitizedHtmlScalar>>("html").Description("Inline HTML.").Resolve(c => c.Source);
    }
}

internal sealed class QuoteBlockType : BlockType<QuoteBlock>
{
    public QuoteBlockType()
        : base("A quotation.")
    {
        Field<NonNullGraphType<SanitizedHtmlScalar>>("html").Description("What was said, inline HTML.").Resolve(c => c.Source.Html);
        Field<StringGraphType>("cite").Description("Who said it.").Resolve(c => c.Source.Cite);
    }
}

internal sealed class CodeBlockType : BlockType<CodeBlock>
{
    public CodeBlockType()
        : base("Program text.")
    {
        Field<StringGraphType>("lang").Description("Programming language.").Resolve(c => c.Source.Language);
        Field<NonNullGraphType<StringGraphType>>("code").Description("Plain text.").Resolve(c => c.Source.Code);
    }
}

internal sealed class DividerBlockType() : BlockType<DividerBlock>("A line between two parts.");

internal sealed class HtmlBlockType : BlockType<HtmlBlock>
{
    public HtmlBlockType()
        : base("A fragment that the merchant wrote as HTML.") =>
        Field<NonNullGraphType<SanitizedHtmlScalar>>("html").Description("The fragment.").Resolve(c => c.Source.Html);
}

internal sealed class CalloutBlockType : BlockType<CalloutBlock>
{
    public CalloutBlockType()
        : base("A highlighted note.")
    {
        Field<StringGraphType>("tone").Description("Kind of note (info, success, warning, danger, note); open set.").Resolve(c => c.Source.Tone);
        Field<StringGraphType>("title").Description("Heading.").Resolve(c => c.Source.Title);
        Field<NonNullGraphType<SanitizedHtmlScalar>>("body").Description("Text.").Resolve(c => c.Source.BodyHtml);
    }
}

internal sealed class UnknownBlockType : BlockType<UnknownBlock>
{
    public UnknownBlockType()
        : base("A kind of block that this schema does not name yet: skip it, or show what you know.")
    {
        Field<NonNullGraphType<StringGraphType>>("type").Description("The kind as v6 writes it.").Resolve(c => c.Source.Type);
        Field<JsonScalar>("data").Description("Its payload just as v6 sends it: nothing in it is sanitised. Null when it is very long.").Resolve(c => JsonText.Parse(c.Source.Data));
    }
}

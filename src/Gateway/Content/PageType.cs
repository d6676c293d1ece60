using Bff.Contracts.Content;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Content;

internal sealed class PageType : ObjectGraphType<CmsPage>
{
    public PageType()
    {
        Name = "Page";
        Description = "A page of the site. Source: v6 listCmsPages, getCmsPage.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Page id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("title").Description("Title.").Resolve(c => c.Source.Title);
        Field<NonNullGraphType<StringGraphType>>("slug").Description("Part of its URL: the argument of page.").Resolve(c => c.Source.Slug);
        Field<StringGraphType>("excerpt").Description("Short text.").Resolve(c => c.Source.Excerpt);
        Field<NonNullGraphType<PublicationStatusType>>("status").Description("Publication state; UNKNOWN for one that this schema does not name, see statusText.").Resolve(c => OpenEnum<PublicationStatus>.Of(c.Source.Status));
        Field<NonNullGraphType<StringGraphType>>("statusText").Description("Publication state as v6 writes it.").Resolve(c => c.Source.Status);
        Field<NonNullGraphType<VisibilityType>>("visibility").Description("Audience; UNKNOWN for one that this schema does not name, see visibilityText.").Resolve(c => OpenEnum<Visibility>.Of(c.Source.Visibility));
        Field<NonNullGraphType<StringGraphType>>("visibilityText").Description("Audience as v6 writes it.").Resolve(c => c.Source.Visibility);
        Field<UrlScalar>("featuredImage").Description("Lead picture.").Resolve(c => c.Source.FeaturedImage);
        Field<IdGraphType>("parentId").Description("Page this one hangs under.").Resolve(c => c.Source.ParentId);
        Field<NonNullGraphType<IntGraphType>>("sortOrder").Description("Ascending display position.").Resolve(c => c.Source.SortOrder);
        Field<StringGraphType>("seoTitle").Description("Title for search engines.").Resolve(c => c.Source.SeoTitle);
        Field<StringGraphType>("seoDescription").Description("Description for search engines.").Resolve(c => c.Source.SeoDescription);
        Field<DateTimeScalar>("publishedAt").Description("When it was published.").Resolve(c => c.Source.PublishedAt);
        Field<DateTimeScalar>("createdAt").Description("When it was made.").Resolve(c => c.Source.CreatedAt);
        Field<DateTimeScalar>("updatedAt").Description("When it was last changed.").Resolve(c => c.Source.UpdatedAt);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TagType>>>>("tags").Description("Labels.").Resolve(c => c.Source.Tags);
        Field<ListGraphType<NonNullGraphType<ContentBlockType>>>("blocks")
            .Description("Content in order; v6 sends it with a single page only, so it is null in lists. Source: v6 getCmsPage.")
            .Resolve(c => c.Source.Blocks);
    }
}

internal sealed class TagType : ObjectGraphType<ContentTag>
{
    public TagType()
    {
        Name = "Tag";
        Description = "Label on a page or post. Source: v6 listCmsPages, listCmsPosts.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Tag id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("color").Description("CSS colour as the merchant wrote it: check it before you use it.").Resolve(c => c.Source.Color);
    }
}

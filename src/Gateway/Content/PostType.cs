using Bff.Contracts.Content;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Content;

internal sealed class PostType : ObjectGraphType<CmsPost>
{
    public PostType()
    {
        Name = "Post";
        Description = "A post. Source: v6 listCmsPosts, getCmsPost.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Post id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("type").Description("Kind of post: blog_post, page or one that the merchant defined.").Resolve(c => c.Source.Type);
        Field<NonNullGraphType<StringGraphType>>("slug").Description("Part of its URL: the argument of post.").Resolve(c => c.Source.Slug);
        Field<NonNullGraphType<StringGraphType>>("title").Description("Title.").Resolve(c => c.Source.Title);
        Field<StringGraphType>("excerpt").Description("Short text.").Resolve(c => c.Source.Excerpt);
        Field<NonNullGraphType<PublicationStatusType>>("status").Description("Publication state; UNKNOWN for one that this schema does not name, see statusText.").Resolve(c => OpenEnum<PublicationStatus>.Of(c.Source.Status));
        Field<NonNullGraphType<StringGraphType>>("statusText").Description("Publication state as v6 writes it.").Resolve(c => c.Source.Status);
        Field<NonNullGraphType<VisibilityType>>("visibility").Description("Audience; UNKNOWN for one that this schema does not name, see visibilityText.").Resolve(c => OpenEnum<Visibility>.Of(c.Source.Visibility));
        Field<NonNullGraphType<StringGraphType>>("visibilityText").Description("Audience as v6 writes it.").Resolve(c => c.Source.Visibility);
        Field<UrlScalar>("featuredImage").Description("Lead picture.").Resolve(c => c.Source.FeaturedImage);
        Field<IdGraphType>("authorId").Description("Author; v6 gives no name with it.").Resolve(c => c.Source.AuthorId);
        Field<IdGraphType>("parentId").Description("Post this one hangs under.").Resolve(c => c.Source.ParentId);
        Field<NonNullGraphType<IntGraphType>>("sortOrder").Description("Ascending display position.").Resolve(c => c.Source.SortOrder);
        Field<DateTimeScalar>("publishedAt").Description("When it was published; fall back on createdAt.").Resolve(c => c.Source.PublishedAt);
        Field<DateTimeScalar>("createdAt").Description("When it was made.").Resolve(c => c.Source.CreatedAt);
        Field<DateTimeScalar>("updatedAt").Description("When it was last changed.").Resolve(c => c.Source.UpdatedAt);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PostCategoryType>>>>("categories").Description("Categories.").Resolve(c => c.Source.Categories);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TagType>>>>("tags").Description("Labels.").Resolve(c => c.Source.Tags);
        AddContentFields();
    }

    private void AddContentFields()
    {
        const string Alone = "; v6 sends it with a single post only, so it is null in lists. Source: v6 getCmsPost.";
        Field<ListGraphType<NonNullGraphType<ContentBlockType>>>("blocks").Description("Content in order" + Alone).Resolve(c => c.Source.Content?.Blocks);
        Field<StringGraphType>("seoTitle").Description("Title for search engines" + Alone).Resolve(c => c.Source.Content?.SeoTitle);
        Field<StringGraphType>("seoDescription").Description("Description for search engines" + Alone).Resolve(c => c.Source.Content?.SeoDescription);
        Field<JsonScalar>("meta")
            .Description("Values of the merchant's own fields by field key; texts in it are as the merchant wrote them and not sanitised" + Alone)
            .Resolve(c => JsonText.Parse(c.Source.Content?.Meta));
    }
}

internal sealed class PostCategoryType : ObjectGraphType<PostCategory>
{
    public PostCategoryType()
    {
        Name = "PostCategory";
        Description = "Category of posts. Source: v6 listCmsCategories.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Category id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("slug").Description("Part of its URL, when v6 gives it.").Resolve(c => c.Source.Slug);
    }
}

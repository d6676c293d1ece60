using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Content;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Connections;
using GraphQL.Types;

namespace Bff.Gateway.Content;

/// <summary>Pages, posts and menus.</summary>
internal static class ContentQueries
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    public static void AddContentQueries(this ObjectGraphType query)
    {
        query.Field<ListGraphType<NonNullGraphType<PageType>>, ItemList<CmsPage>>("pages")
            .Description("The published pages in v6's order, without their blocks. Source: v6 listCmsPages.")
            .PublicFor(MaxAge)
            .Reads(CacheAreas.Pages)
            .Answers(c => c.Request().Content().PagesAsync());
        query.Field<PageType, CmsPage>("page")
            .Description("One page with its blocks; null when there is none. Source: v6 getCmsPage.")
            .Argument<NonNullGraphType<StringGraphType>>("slug", "Part of the page's URL.")
            .PublicFor(MaxAge)
            .Reads(CacheAreas.Pages)
            .Answers(c => c.Request().Content().PageAsync(c.GetSlug("slug")));
        query.Field<MenuType, Menu>("menu")
            .Description("The menu of a place of the site; null when there is none. Source: v6 getMenu.")
            .Argument<NonNullGraphType<StringGraphType>>("location", "The place, for example header or footer.")
            .PublicFor(MaxAge)
            .Reads(CacheAreas.Menus)
            .Answers(c => c.Request().Content().MenuAsync(c.GetSlug("location")));
        query.AddPostQueries();
    }

    private static void AddPostQueries(this ObjectGraphType query)
    {
        query.AddConnection<PostType, CmsPost>(
                "posts",
                "The published posts in v6's order, without their content. Source: v6 listCmsPosts.",
                post => post.Id,
                request => request.Content().PostsAsync)
            .PublicFor(MaxAge)
            .Reads(CacheAreas.Posts);
        query.Field<PostType, CmsPost>("post")
            .Description("One post with its content; null when there is none. Source: v6 getCmsPost.")
            .Argument<NonNullGraphType<StringGraphType>>("slug", "Part of the post's URL.")
            .PublicFor(MaxAge)
            .Reads(CacheAreas.Posts)
            .Answers(c => c.Request().Content().PostAsync(c.GetSlug("slug")));
        query.Field<ListGraphType<NonNullGraphType<PostCategoryType>>, ItemList<PostCategory>>("postCategories")
            .Description("Categories of posts. Source: v6 listCmsCategories.")
            .PublicFor(MaxAge)
            .Reads(CacheAreas.PostCategories)
            .Answers(c => c.Request().Content().CategoriesAsync());
    }
}

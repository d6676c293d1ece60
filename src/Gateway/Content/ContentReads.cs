using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Changes;
using Bff.Contracts.Content;
using Bff.Contracts.Keys;
using Bff.Gateway.Changes;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Content;

/// <summary>The questions that the content fields ask of the one grain that owns the answers.</summary>
internal readonly struct ContentReads(GraphContext request)
{
    public ValueTask<Answer<ItemList<CmsPage>>> PagesAsync() => request.NearAsync(
        CacheKey.List(CacheAreas.Pages), 0, static (IContentGrain owner, int _) => owner.GetPagesAsync());

    public ValueTask<Answer<CmsPage>> PageAsync(Slug page) => request.NearAsync(
        CacheKey.One(CacheAreas.Pages, page), page, static (IContentGrain owner, Slug page) => owner.GetPageAsync(page));

    public ValueTask<Answer<CatalogPage<CmsPost>>> PostsAsync(CatalogPageRequest page) => request.NearAsync(
        CacheKey.List(CacheAreas.Posts, page.Number, page.Search), page, static (IContentGrain owner, CatalogPageRequest page) => owner.GetPostsAsync(page));

    public ValueTask<Answer<CmsPost>> PostAsync(Slug post) => request.NearAsync(
        CacheKey.One(CacheAreas.Posts, post), post, static (IContentGrain owner, Slug post) => owner.GetPostAsync(post));

    public ValueTask<Answer<ItemList<PostCategory>>> CategoriesAsync() => request.NearAsync(
        CacheKey.List(CacheAreas.PostCategories), 0, static (IContentGrain owner, int _) => owner.GetCategoriesAsync());

    public ValueTask<Answer<Menu>> MenuAsync(Slug location) => request.NearAsync(
        CacheKey.One(CacheAreas.Menus, location), location, static (IContentGrain owner, Slug location) => owner.GetMenuAsync(location));
}

internal static class ContentReadsExtensions
{
    public static ContentReads Content(this GraphContext request) => new(request);
}

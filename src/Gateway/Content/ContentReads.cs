using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Content;
using Bff.Contracts.Keys;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Content;

/// <summary>The questions that the content fields ask of the one grain that owns the answers.</summary>
internal readonly struct ContentReads(GraphContext request)
{
    public ValueTask<Answer<ItemList<CmsPage>>> PagesAsync() => new(Content.GetPagesAsync());

    public ValueTask<Answer<CmsPage>> PageAsync(Slug page) => new(Content.GetPageAsync(page));

    public ValueTask<Answer<CatalogPage<CmsPost>>> PostsAsync(CatalogPageRequest page) => new(Content.GetPostsAsync(page));

    public ValueTask<Answer<CmsPost>> PostAsync(Slug post) => new(Content.GetPostAsync(post));

    public ValueTask<Answer<ItemList<PostCategory>>> CategoriesAsync() => new(Content.GetCategoriesAsync());

    public ValueTask<Answer<Menu>> MenuAsync(Slug location) => new(Content.GetMenuAsync(location));

    private IContentGrain Content => request.Grains.GetGrain<IContentGrain>(request.Tenant.Value);
}

internal static class ContentReadsExtensions
{
    public static ContentReads Content(this GraphContext request) => new(request);
}

using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Changes;
using Bff.Contracts.Content;
using Bff.Contracts.Keys;
using Bff.Grains.Caching;
using Bff.Upstream.Content;
using Bff.Upstream.Http;
using Bff.Upstream.Operations;

namespace Bff.Grains.Content;

[GrainType("content")]
internal sealed class ContentGrain(IGrainContext context, OwnerCaches caches, IContentApi v6) : OwnerGrain(caches.For(TenantId.Parse(context.GrainId.Key.ToString()!))), IContentGrain
{
    private readonly TenantId tenant = TenantId.Parse(context.GrainId.Key.ToString()!);

    public Task<Answer<ItemList<CmsPage>>> GetPagesAsync() =>
        Cache.GetAsync(
            V6Operations.ListCmsPages,
            CacheKey.List(CacheAreas.Pages),
            async cancellation => (await v6.ListPagesAsync(tenant, cancellation)).Select(found => found.ToItemList(ContentMapping.ToPage)));

    public Task<Answer<CmsPage>> GetPageAsync(Slug page) =>
        Cache.GetAsync(
            V6Operations.GetCmsPage,
            CacheKey.One(CacheAreas.Pages, page),
            async cancellation => (await v6.GetPageAsync(tenant, page, cancellation)).Select(found => found.ToPage()));

    public Task<Answer<CatalogPage<CmsPost>>> GetPostsAsync(CatalogPageRequest request) =>
        Cache.GetAsync(
            V6Operations.ListCmsPosts,
            CacheKey.List(CacheAreas.Posts, request.Number, request.Search),
            async cancellation =>
            {
                var page = await v6.ListPostsAsync(tenant, new V6PageQuery(request.Number, CatalogPageRequest.PageSize, request.Search), cancellation);
                return page.Select(found => found.ToCatalogPage(request.Number, ContentMapping.ToPost));
            });

    public Task<Answer<CmsPost>> GetPostAsync(Slug post) =>
        Cache.GetAsync(
            V6Operations.GetCmsPost,
            CacheKey.One(CacheAreas.Posts, post),
            async cancellation => (await v6.GetPostAsync(tenant, post, cancellation)).Select(found => found.ToPost()));

    public Task<Answer<ItemList<PostCategory>>> GetCategoriesAsync() =>
        Cache.GetAsync(
            V6Operations.ListCmsCategories,
            CacheKey.List(CacheAreas.PostCategories),
            async cancellation => (await v6.ListCategoriesAsync(tenant, cancellation)).Select(found => found.ToItemList(ContentMapping.ToCategory)));

    public Task<Answer<Menu>> GetMenuAsync(Slug location) =>
        Cache.GetAsync(
            V6Operations.GetMenu,
            CacheKey.One(CacheAreas.Menus, location),
            async cancellation => (await v6.GetMenuAsync(tenant, location, cancellation)).Select(found => found.ToMenu(location.Value)));
}

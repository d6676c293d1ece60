using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Contracts.Shop;
using Bff.Gateway.Changes;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Shop;

/// <summary>The questions that the shop's fields ask, each of the one grain that owns the answer.</summary>
internal readonly struct ShopReads(GraphContext request)
{
    public ValueTask<Answer<CatalogPage<Product>>> PageAsync(ProductFilter filter, CatalogPageRequest page) => request.NearAsync(
        CacheKey.List(CacheAreas.Products, page.Number, page.Search, filter == ProductFilter.None ? null : filter.ToString()),
        new ProductPageRequest(filter, page.Number, page.Search),
        static (IShopCatalogGrain owner, ProductPageRequest page) => owner.GetPageAsync(page));

    public ValueTask<Answer<ProductDetail>> ProductAsync(Slug product) => request.NearAsync(
        CacheKey.One(CacheAreas.Products, product), product, static (IShopCatalogGrain owner, Slug product) => owner.GetProductAsync(product));

    /// <summary>The own page of a product from a list. One that nothing can address has none.</summary>
    public ValueTask<Answer<ProductDetail>> ProductAsync(Product product) =>
        Slug.TryParse(product.PathKey, out var slug) ? ProductAsync(slug) : new(Answer<ProductDetail>.Failed(new Failure(ErrorCodes.UpstreamProtocol)));

    public ValueTask<Answer<ItemList<ProductCategory>>> CategoriesAsync() => request.NearAsync(
        CacheKey.List(CacheAreas.ProductCategories), 0, static (IShopCatalogGrain owner, int _) => owner.GetCategoriesAsync());

    public ValueTask<Answer<ItemList<ShopGroup>>> BrandsAsync() => request.NearAsync(
        CacheKey.List(CacheAreas.Brands), 0, static (IShopCatalogGrain owner, int _) => owner.GetBrandsAsync());

    public ValueTask<Answer<ItemList<ShopGroup>>> CollectionsAsync() => request.NearAsync(
        CacheKey.List(CacheAreas.Collections), 0, static (IShopCatalogGrain owner, int _) => owner.GetCollectionsAsync());

    public ValueTask<Answer<ItemList<ShippingMethod>>> ShippingMethodsAsync() => request.NearAsync(
        CacheKey.List(CacheAreas.ShippingMethods), 0, static (IShopCatalogGrain owner, int _) => owner.GetShippingMethodsAsync());

    public ValueTask<Answer<ItemList<PaymentMethod>>> PaymentMethodsAsync() => request.NearAsync(
        CacheKey.List(CacheAreas.PaymentMethods), 0, static (IShopCatalogGrain owner, int _) => owner.GetPaymentMethodsAsync());

    public IShopCatalogGrain Catalog => request.Grains.GetGrain<IShopCatalogGrain>(request.Tenant.Value);
}

internal static class ShopReadsExtensions
{
    public static ShopReads Shop(this GraphContext request) => new(request);
}

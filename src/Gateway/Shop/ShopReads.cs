using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Keys;
using Bff.Contracts.Shop;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Shop;

/// <summary>The questions that the shop's fields ask, each of the one grain that owns the answer.</summary>
internal readonly struct ShopReads(GraphContext request)
{
    public ValueTask<Answer<CatalogPage<Product>>> PageAsync(ProductFilter filter, CatalogPageRequest page) =>
        new(Catalog.GetPageAsync(new ProductPageRequest(filter, page.Number, page.Search)));

    public ValueTask<Answer<ProductDetail>> ProductAsync(Slug product) => new(Catalog.GetProductAsync(product));

    /// <summary>The own page of a product from a list. One that nothing can address has none.</summary>
    public ValueTask<Answer<ProductDetail>> ProductAsync(Product product) =>
        Slug.TryParse(product.PathKey, out var slug) ? ProductAsync(slug) : new(Answer<ProductDetail>.Failed(new Failure(ErrorCodes.UpstreamProtocol)));

    public ValueTask<Answer<ItemList<ProductCategory>>> CategoriesAsync() => new(Catalog.GetCategoriesAsync());

    public ValueTask<Answer<ItemList<ShopGroup>>> BrandsAsync() => new(Catalog.GetBrandsAsync());

    public ValueTask<Answer<ItemList<ShopGroup>>> CollectionsAsync() => new(Catalog.GetCollectionsAsync());

    public ValueTask<Answer<ItemList<ShippingMethod>>> ShippingMethodsAsync() => new(Catalog.GetShippingMethodsAsync());

    public ValueTask<Answer<ItemList<PaymentMethod>>> PaymentMethodsAsync() => new(Catalog.GetPaymentMethodsAsync());

    public IShopCatalogGrain Catalog => request.Grains.GetGrain<IShopCatalogGrain>(request.Tenant.Value);
}

internal static class ShopReadsExtensions
{
    public static ShopReads Shop(this GraphContext request) => new(request);
}

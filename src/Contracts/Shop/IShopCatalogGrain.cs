using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Keys;
using Orleans.Concurrency;

namespace Bff.Contracts.Shop;

/// <summary>
/// One activation is the shop of one tenant: the one owner of the cached catalogue, and the way orders go to v6, because they change its stock.
/// Key: <see cref="TenantId"/>.
/// </summary>
[GrainInterfaceType("shop-catalog")]
public interface IShopCatalogGrain : IGrainWithStringKey
{
    /// <summary>A page of the catalogue, filtered and ordered. Source: v6 listProducts.</summary>
    [AlwaysInterleave, Alias("page")]
    Task<Answer<CatalogPage<Product>>> GetPageAsync(ProductPageRequest request);

    /// <summary>A product by its slug, or by its id when it has none; absent when there is none. Source: v6 getProduct.</summary>
    [AlwaysInterleave, Alias("product")]
    Task<Answer<ProductDetail>> GetProductAsync(Slug product);

    /// <summary>Product categories. Source: v6 listShopCategories.</summary>
    [AlwaysInterleave, Alias("categories")]
    Task<Answer<ItemList<ProductCategory>>> GetCategoriesAsync();

    /// <summary>Brands. Source: v6 listShopBrands.</summary>
    [AlwaysInterleave, Alias("brands")]
    Task<Answer<ItemList<ShopGroup>>> GetBrandsAsync();

    /// <summary>Collections. Source: v6 listShopCollections.</summary>
    [AlwaysInterleave, Alias("collections")]
    Task<Answer<ItemList<ShopGroup>>> GetCollectionsAsync();

    /// <summary>Delivery options. Source: v6 listShippingMethods.</summary>
    [AlwaysInterleave, Alias("shipping-methods")]
    Task<Answer<ItemList<ShippingMethod>>> GetShippingMethodsAsync();

    /// <summary>Ways to pay. Source: v6 listPaymentMethods.</summary>
    [AlwaysInterleave, Alias("payment-methods")]
    Task<Answer<ItemList<PaymentMethod>>> GetPaymentMethodsAsync();

    /// <summary>Places an order and drops what it made stale. Never sent twice. Source: v6 createOrder.</summary>
    [AlwaysInterleave, Alias("create-order")]
    Task<MutationResult<Order>> CreateOrderAsync(OrderRequest request);

    /// <summary>Where the payment of an order stands; asked anew each time. Source: v6 getOrderPaymentStatus.</summary>
    [AlwaysInterleave, Alias("payment-status")]
    Task<Answer<OrderPaymentStatus>> GetPaymentStatusAsync(OrderPaymentQuery query);
}

using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream.Http;

namespace Bff.Upstream.Shop;

/// <summary>Catalogue, checkout options and orders of v6.</summary>
internal interface IShopApi
{
    /// <summary>A page of the catalogue. Source: v6 listProducts.</summary>
    Task<Fetched<V6Page<V6ProductSummary>>> ListProductsAsync(
        TenantId tenant, V6PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>A product by its slug, or by its id when it has none (notes V29). Source: v6 getProduct.</summary>
    Task<Fetched<V6Product>> GetProductAsync(TenantId tenant, Slug product, CancellationToken cancellationToken = default);

    /// <summary>Source: v6 listShopCategories.</summary>
    Task<Fetched<V6Page<V6ShopCategory>>> ListCategoriesAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>Source: v6 listShopBrands.</summary>
    Task<Fetched<V6Page<V6ShopGroup>>> ListBrandsAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>Source: v6 listShopCollections.</summary>
    Task<Fetched<V6Page<V6ShopGroup>>> ListCollectionsAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>Source: v6 listShippingMethods.</summary>
    Task<Fetched<V6Page<V6ShippingMethod>>> ListShippingMethodsAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>Source: v6 listPaymentMethods.</summary>
    Task<Fetched<V6Page<V6PaymentMethod>>> ListPaymentMethodsAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>Places an order. Source: v6 createOrder.</summary>
    Task<Sent<V6Order>> CreateOrderAsync(
        TenantId tenant, CustomerToken? token, V6OrderRequest order, CancellationToken cancellationToken = default);

    /// <summary>The customer's orders. Source: v6 listOrders.</summary>
    Task<Fetched<V6Page<V6Order>>> ListOrdersAsync(TenantId tenant, CustomerToken token, CancellationToken cancellationToken = default);

    /// <summary>Where the payment of an order stands; never kept. Source: v6 getOrderPaymentStatus.</summary>
    Task<Fetched<V6OrderPayment>> GetPaymentStatusAsync(
        TenantId tenant, CustomerToken? token, EntityId order, CancellationToken cancellationToken = default);
}

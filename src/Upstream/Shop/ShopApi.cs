using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream.Http;
using Bff.Upstream.Json;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Shop;

internal sealed class ShopApi(UpstreamClient client) : IShopApi
{
    public Task<Fetched<V6Page<V6ProductSummary>>> ListProductsAsync(TenantId tenant, V6PageQuery page, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListProducts.Of(tenant).WithPage(page), V6ProductSummary.Read, page.Size, cancellationToken);

    public Task<Fetched<V6Product>> GetProductAsync(TenantId tenant, Slug product, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetProduct.Of(tenant, product.Value), V6Product.Read, cancellationToken);

    public Task<Fetched<V6Page<V6ShopCategory>>> ListCategoriesAsync(TenantId tenant, CancellationToken cancellationToken) =>
        ListAsync(V6Operations.ListShopCategories, tenant, V6ShopCategory.Read, cancellationToken);

    public Task<Fetched<V6Page<V6ShopGroup>>> ListBrandsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        ListAsync(V6Operations.ListShopBrands, tenant, V6ShopGroup.Read, cancellationToken);

    public Task<Fetched<V6Page<V6ShopGroup>>> ListCollectionsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        ListAsync(V6Operations.ListShopCollections, tenant, V6ShopGroup.Read, cancellationToken);

    public Task<Fetched<V6Page<V6ShippingMethod>>> ListShippingMethodsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        ListAsync(V6Operations.ListShippingMethods, tenant, V6ShippingMethod.Read, cancellationToken);

    public Task<Fetched<V6Page<V6PaymentMethod>>> ListPaymentMethodsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        ListAsync(V6Operations.ListPaymentMethods, tenant, V6PaymentMethod.Read, cancellationToken);

    public Task<Sent<V6Order>> CreateOrderAsync(
        TenantId tenant, CustomerToken? token, V6OrderRequest order, CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(order, V6RequestJson.Default.V6OrderRequest);
        return client.SendAsync(V6Operations.CreateOrder.Of(tenant).As(token).With(body), V6Order.Read, cancellationToken);
    }

    public Task<Fetched<V6Page<V6Order>>> ListOrdersAsync(TenantId tenant, CustomerToken token, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListOrders.Of(tenant).As(token), V6Order.Read, null, cancellationToken);

    public Task<Fetched<V6OrderPayment>> GetPaymentStatusAsync(
        TenantId tenant, CustomerToken? token, EntityId order, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetOrderPaymentStatus.Of(tenant, order.Value).As(token), V6OrderPayment.Read, cancellationToken);

    private Task<Fetched<V6Page<T>>> ListAsync<T>(
        V6Operation operation, TenantId tenant, Func<V6Json, T?> read, CancellationToken cancellationToken)
        where T : class =>
        client.ListAsync(operation.Of(tenant), read, null, cancellationToken);
}

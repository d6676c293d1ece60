using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Contracts.Shop;
using Bff.Grains.Auth;
using Bff.Grains.Caching;
using Bff.Grains.Mutations;
using Bff.Grains.Mutations.Attempts;
using Bff.Grains.Tenancy;
using Bff.Upstream.Http;
using Bff.Upstream.Operations;
using Bff.Upstream.Shop;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Shop;

[GrainType("shop-catalog")]
internal sealed class ShopCatalogGrain(
    IGrainContext context,
    OwnerCaches caches,
    TenantDirectory tenants,
    ICallerTokens tokens,
    CustomerAttempts attempts,
    IGrainFactory grains,
    IShopApi v6,
    TimeProvider time,
    ILogger<ShopCatalogGrain> logger)
    : OwnerGrain(caches.For(TenantId.Parse(context.GrainId.Key.ToString()!))), IShopCatalogGrain
{
    private readonly TenantId tenant = TenantId.Parse(context.GrainId.Key.ToString()!);

    private ShopMapping Mapping => new(tenants.SettingsOf(tenant).Currency);

    public Task<Answer<CatalogPage<Product>>> GetPageAsync(ProductPageRequest request) =>
        request.Filter == ProductFilter.None ? GetPlainPageAsync(request.Number, request.Search) : GetFilteredPageAsync(request);

    public Task<Answer<ProductDetail>> GetProductAsync(Slug product) =>
        Cache.GetAsync(
            V6Operations.GetProduct,
            CacheKey.One(CacheAreas.Products, product),
            async cancellation => (await v6.GetProductAsync(tenant, product, cancellation)).Select(Mapping.ToDetail));

    public Task<Answer<ItemList<ProductCategory>>> GetCategoriesAsync() =>
        ListAsync(V6Operations.ListShopCategories, CacheAreas.ProductCategories, v6.ListCategoriesAsync, ShopMapping.ToCategory);

    public Task<Answer<ItemList<ShopGroup>>> GetBrandsAsync() =>
        ListAsync(V6Operations.ListShopBrands, CacheAreas.Brands, v6.ListBrandsAsync, ShopMapping.ToGroup);

    public Task<Answer<ItemList<ShopGroup>>> GetCollectionsAsync() =>
        ListAsync(V6Operations.ListShopCollections, CacheAreas.Collections, v6.ListCollectionsAsync, ShopMapping.ToGroup);

    public Task<Answer<ItemList<ShippingMethod>>> GetShippingMethodsAsync() =>
        ListAsync(V6Operations.ListShippingMethods, CacheAreas.ShippingMethods, v6.ListShippingMethodsAsync, Mapping.ToShippingMethod);

    public Task<Answer<ItemList<PaymentMethod>>> GetPaymentMethodsAsync() =>
        ListAsync(V6Operations.ListPaymentMethods, CacheAreas.PaymentMethods, v6.ListPaymentMethodsAsync, ShopMapping.ToPaymentMethod);

    public async Task<MutationResult<Order>> CreateOrderAsync(OrderRequest request)
    {
        var subject = AttemptSubject.Order(request.Lines.Select(line => (line.Product, line.Variant, line.Quantity)));
        var sent = await attempts.SendAsync(
            new Wanted(request.Caller, request.Attempt, subject),
            () => tokens.SendOptionalAsync(request.Caller, token => v6.CreateOrderAsync(tenant, token, request.ToV6())),
            order => order.OrderId,
            look: null);

        // Stock changes for everybody (notes §4), and after an unknown outcome it may have.
        var changed = Cache.Drop(new CacheTag(CacheAreas.Products));
        if (request.Caller.Customer is { } customer)
        {
            await Aftermath.TryAsync(logger, () => grains.GetGrain<ICustomerOrdersGrain>(customer.Key.ToString()).DropAsync());
        }

        return sent.ToResult([changed], Mapping.ToOrder);
    }

    public async Task<Answer<OrderPaymentStatus>> GetPaymentStatusAsync(OrderPaymentQuery query)
    {
        var status = await tokens.AskOptionalAsync(query.Caller, token => v6.GetPaymentStatusAsync(tenant, token, query.Order));
        return status.Select(ShopMapping.ToPaymentStatus).AsOf(time.GetUtcNow());
    }

    private Task<Answer<CatalogPage<Product>>> GetPlainPageAsync(int number, string? search, long atLeast = 0) =>
        Cache.GetAsync(
            V6Operations.ListProducts,
            CacheKey.List(CacheAreas.Products, number, search),
            async cancellation =>
            {
                var page = await v6.ListProductsAsync(tenant, new V6PageQuery(number, CatalogPageRequest.PageSize, search), cancellation);
                return page.Select(found => found.ToCatalogPage(number, Mapping.ToProduct));
            },
            atLeast);

    // What a filter keeps of the whole catalogue is an entry of its own, so that paging through it reads the catalogue once.
    private async Task<Answer<CatalogPage<Product>>> GetFilteredPageAsync(ProductPageRequest request)
    {
        var kept = await Cache.DeriveAsync(
            V6Operations.ListProducts,
            CacheKey.List(CacheAreas.Products, request.Search, request.Filter.ToString()),
            async floor => (await WholeCatalog.ReadAsync(number => GetPlainPageAsync(number, request.Search, floor))).Select(request.Filter.Apply));
        return kept.Select(products => ProductFiltering.PageOf(products, request.Number));
    }

    private Task<Answer<ItemList<TOut>>> ListAsync<TIn, TOut>(
        V6Operation operation, CacheArea area, Func<TenantId, CancellationToken, Task<Fetched<V6Page<TIn>>>> read, Func<TIn, TOut> map) =>
        Cache.GetAsync(operation, CacheKey.List(area), async cancellation => (await read(tenant, cancellation)).Select(list => list.ToItemList(map)));
}

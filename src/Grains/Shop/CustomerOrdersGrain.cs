using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Contracts.Shop;
using Bff.Grains.Auth;
using Bff.Grains.Caching;
using Bff.Grains.Tenancy;
using Bff.Upstream.Operations;
using Bff.Upstream.Shop;

namespace Bff.Grains.Shop;

[GrainType("customer-orders")]
internal sealed class CustomerOrdersGrain(IGrainContext context, OwnerCaches caches, TenantDirectory tenants, ICallerTokens tokens, IShopApi v6)
    : Grain, ICustomerOrdersGrain
{
    private readonly CustomerKey customer = CustomerKey.Parse(context.GrainId.Key.ToString()!);
    private readonly OwnerCache cache = caches.For(CustomerKey.Parse(context.GrainId.Key.ToString()!));

    public Task<Answer<ItemList<Order>>> GetOrdersAsync(Caller caller)
    {
        customer.Require(caller);
        return cache.GetAsync(
            V6Operations.ListOrders,
            CacheKey.List(CacheAreas.CustomerOrders),
            async cancellation =>
            {
                var mapping = new ShopMapping(tenants.SettingsOf(customer.Tenant).Currency);
                var orders = await tokens.AskAsync(caller, token => v6.ListOrdersAsync(customer.Tenant, token, cancellation));
                return orders.Select(found => found.ToItemList(mapping.ToOrder));
            });
    }

    public Task DropAsync()
    {
        cache.Drop(scope: null);
        return Task.CompletedTask;
    }
}

using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Catalog;
using Bff.Contracts.Changes;
using Bff.Contracts.Content;
using Bff.Grains.Auth;
using Bff.Grains.Caching;
using Bff.Grains.Tenancy;
using Bff.Upstream.Content;
using Bff.Upstream.Http;
using Bff.Upstream.Operations;

namespace Bff.Grains.Content;

/// <summary>
/// Seats are everybody's: a registration of somebody else makes this customer's copies stale too. There may be any number of customers, so
/// nobody tells them; each read asks the tenant's grain, in memory, when that last happened.
/// </summary>
[GrainType("customer-events")]
internal sealed class CustomerEventsGrain(
    IGrainContext context, IGrainFactory grains, OwnerCaches caches, TenantDirectory tenants, ICallerTokens tokens, IContentApi v6)
    : Grain, ICustomerEventsGrain
{
    private readonly CustomerKey customer = CustomerKey.Parse(context.GrainId.Key.ToString()!);
    private readonly OwnerCache cache = caches.For(CustomerKey.Parse(context.GrainId.Key.ToString()!));

    private EventMapping Mapping => new(tenants.ClockOf(customer.Tenant), tenants.SettingsOf(customer.Tenant).Currency);

    private IEventCatalogGrain Tenants => grains.GetGrain<IEventCatalogGrain>(customer.Tenant.Value);

    public async Task<Answer<CatalogPage<Event>>> GetPageAsync(CustomerEventPageRequest request)
    {
        customer.Require(request.Caller);
        var page = request.Page;
        var query = new V6PageQuery(page.Number, CatalogPageRequest.PageSize, page.Search);
        return await cache.GetAsync(
            V6Operations.ListEvents,
            CacheKey.List(CacheAreas.CustomerEvents, page.Number, page.Search).Tagged(new CacheTag(CacheAreas.Events)),
            async cancellation =>
            {
                var events = await tokens.AskAsync(request.Caller, token => v6.ListEventsAsync(customer.Tenant, token, query, cancellation));
                return events.Select(found => found.ToCatalogPage(page.Number, Mapping.ToEvent));
            },
            await Tenants.GetChangedAtAsync());
    }

    public async Task<Answer<Event>> GetEventAsync(CustomerEventRequest request)
    {
        customer.Require(request.Caller);
        return await cache.GetAsync(
            V6Operations.GetEvent,
            CacheKey.One(CacheAreas.CustomerEvents, request.Event).Tagged(new CacheTag(CacheAreas.Events, request.Event.Value)),
            async cancellation =>
            {
                var found = await tokens.AskAsync(request.Caller, token => v6.GetEventAsync(customer.Tenant, token, request.Event, cancellation));
                return found.Select(Mapping.ToEvent);
            },
            await Tenants.GetChangedAtAsync());
    }

    public Task DropAsync()
    {
        cache.Drop(scope: null);
        return Task.CompletedTask;
    }
}

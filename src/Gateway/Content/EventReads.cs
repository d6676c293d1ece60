using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Catalog;
using Bff.Contracts.Changes;
using Bff.Contracts.Content;
using Bff.Contracts.Keys;
using Bff.Gateway.Auth;
using Bff.Gateway.Changes;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Content;

/// <summary>The questions that the event fields ask: of the tenant's grain what everybody may share, of the customer's what is the customer's own.</summary>
internal static class EventReads
{
    public static async ValueTask<Answer<CatalogPage<Event>>> EventPageAsync(this GraphContext request, CatalogPageRequest page)
    {
        var caller = await request.CallerAsync();
        return await (caller.Customer is { } customer
            ? new ValueTask<Answer<CatalogPage<Event>>>(request.EventsOf(customer).GetPageAsync(new CustomerEventPageRequest(caller, page)))
            : request.NearAsync(
                CacheKey.List(CacheAreas.Events, page.Number, page.Search), page, static (IEventCatalogGrain owner, CatalogPageRequest page) => owner.GetPageAsync(page)));
    }

    public static async ValueTask<Answer<Event>> EventAsync(this GraphContext request, Slug slug)
    {
        var caller = await request.CallerAsync();
        return await (caller.Customer is { } customer
            ? new ValueTask<Answer<Event>>(request.EventsOf(customer).GetEventAsync(new CustomerEventRequest(caller, slug)))
            : request.NearAsync(CacheKey.One(CacheAreas.Events, slug), slug, static (IEventCatalogGrain owner, Slug slug) => owner.GetEventAsync(slug)));
    }

    public static async ValueTask<Answer<EventAccess>> EventAccessAsync(this GraphContext request, EntityId registration, CustomerToken? guest) =>
        await request.EventCatalog().GetAccessAsync(new EventAccessQuery(await request.CallerAsync(), registration, guest));

    public static IEventCatalogGrain EventCatalog(this GraphContext request) => request.Grains.GetGrain<IEventCatalogGrain>(request.Tenant.Value);

    private static ICustomerEventsGrain EventsOf(this GraphContext request, SignedInCustomer customer) =>
        request.Grains.GetGrain<ICustomerEventsGrain>(customer.Key.ToString());
}

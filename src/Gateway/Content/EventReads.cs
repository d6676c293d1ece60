using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Catalog;
using Bff.Contracts.Content;
using Bff.Contracts.Keys;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Content;

/// <summary>The questions that the event fields ask: of the tenant's grain what everybody may share, of the customer's what is the customer's own.</summary>
internal static class EventReads
{
    public static async ValueTask<Answer<CatalogPage<Event>>> EventPageAsync(this GraphContext request, CatalogPageRequest page)
    {
        var caller = await request.CallerAsync();
        return await (caller.Customer is { } customer
            ? request.EventsOf(customer).GetPageAsync(new CustomerEventPageRequest(caller, page))
            : request.EventCatalog().GetPageAsync(page));
    }

    public static async ValueTask<Answer<Event>> EventAsync(this GraphContext request, Slug slug)
    {
        var caller = await request.CallerAsync();
        return await (caller.Customer is { } customer
            ? request.EventsOf(customer).GetEventAsync(new CustomerEventRequest(caller, slug))
            : request.EventCatalog().GetEventAsync(slug));
    }

    public static async ValueTask<Answer<EventAccess>> EventAccessAsync(this GraphContext request, EntityId registration, CustomerToken? guest) =>
        await request.EventCatalog().GetAccessAsync(new EventAccessQuery(await request.CallerAsync(), registration, guest));

    public static IEventCatalogGrain EventCatalog(this GraphContext request) => request.Grains.GetGrain<IEventCatalogGrain>(request.Tenant.Value);

    private static ICustomerEventsGrain EventsOf(this GraphContext request, SignedInCustomer customer) =>
        request.Grains.GetGrain<ICustomerEventsGrain>(customer.Key.ToString());
}

using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Changes;
using Bff.Contracts.Content;
using Bff.Contracts.Keys;
using Bff.Grains.Auth;
using Bff.Grains.Caching;
using Bff.Grains.Mutations;
using Bff.Grains.Tenancy;
using Bff.Upstream.Content;
using Bff.Upstream.Http;
using Bff.Upstream.Operations;

namespace Bff.Grains.Content;

[GrainType("event-catalog")]
internal sealed class EventCatalogGrain(
    IGrainContext context, OwnerCaches caches, TenantDirectory tenants, ICallerTokens tokens, IContentApi v6, TimeProvider time) : Grain, IEventCatalogGrain
{
    private readonly TenantId tenant = TenantId.Parse(context.GrainId.Key.ToString()!);
    private readonly OwnerCache cache = caches.For(TenantId.Parse(context.GrainId.Key.ToString()!));
    private long changedAt;

    private EventMapping Mapping => new(tenants.ClockOf(tenant), tenants.SettingsOf(tenant).Currency);

    // What went through an earlier activation is not known here: whatever customers' grains kept before this one is distrusted.
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        changedAt = cache.Drop(new CacheTag(CacheAreas.Events)).At;
        return base.OnActivateAsync(cancellationToken);
    }

    public Task<Answer<CatalogPage<Event>>> GetPageAsync(CatalogPageRequest request) =>
        cache.GetAsync(
            V6Operations.ListEvents,
            CacheKey.List(CacheAreas.Events, request.Number, request.Search),
            async cancellation =>
            {
                var query = new V6PageQuery(request.Number, CatalogPageRequest.PageSize, request.Search);
                var page = await v6.ListEventsAsync(tenant, token: null, query, cancellation);
                return page.Select(found => found.ToCatalogPage(request.Number, Mapping.ToEvent));
            });

    public Task<Answer<Event>> GetEventAsync(Slug slug) =>
        cache.GetAsync(
            V6Operations.GetEvent,
            CacheKey.One(CacheAreas.Events, slug),
            async cancellation => (await v6.GetEventAsync(tenant, token: null, slug, cancellation)).Select(Mapping.ToEvent));

    public Task<long> GetChangedAtAsync() => Task.FromResult(changedAt);

    public async Task<MutationResult<EventRegistration>> RegisterAsync(EventRegistrationRequest request)
    {
        var body = new V6EventRegistrationRequest(request.Event.Value, request.Name, request.Email, request.Phone, request.Quantity);
        var sent = await tokens.SendOptionalAsync(request.Caller, token => v6.RegisterAsync(tenant, token, body, request.Attempt));

        // Seats change for everybody (notes §4), and after an unknown outcome they may have. Customers' grains ask for this mark.
        var changed = cache.Drop(new CacheTag(CacheAreas.Events));
        changedAt = changed.At;
        return sent.ToResult([changed], Mapping.ToRegistration);
    }

    public async Task<MutationResult<EventPaymentIntent>> PayAsync(EventPaymentRequest request)
    {
        // What it makes stale, the access to the door, is never kept (notes §4).
        var body = new V6EventPaymentRequest(request.PaymentMethod?.Value, request.ReturnUrl);
        var sent = await (request.GuestToken is { } guest
            ? v6.CreatePaymentIntentAsync(tenant, guest, request.Registration, body)
            : tokens.SendOptionalAsync(request.Caller, token => v6.CreatePaymentIntentAsync(tenant, token, request.Registration, body)));
        return sent.ToResult([], EventMapping.ToPaymentIntent);
    }

    public async Task<Answer<EventAccess>> GetAccessAsync(EventAccessQuery query)
    {
        var access = await (query.GuestToken is { } guest
            ? v6.GetAccessAsync(tenant, guest, query.Registration)
            : tokens.AskOptionalAsync(query.Caller, token => v6.GetAccessAsync(tenant, token, query.Registration)));
        return access.Select(found => Mapping.ToAccess(found, query.Registration.Value)).AsOf(time.GetUtcNow());
    }
}

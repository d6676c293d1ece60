using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Keys;
using Orleans.Concurrency;

namespace Bff.Contracts.Content;

/// <summary>
/// One activation is the events of one tenant: the one owner of the cached copies that callers without a session share, and the way
/// registrations go to v6, because they change the seats for everybody. Key: <see cref="TenantId"/>.
/// </summary>
[GrainInterfaceType("event-catalog")]
public interface IEventCatalogGrain : IGrainWithStringKey
{
    /// <summary>A page of the events as everybody sees them. Source: v6 listEvents, asked without a token.</summary>
    [AlwaysInterleave, Alias("page")]
    Task<Answer<CatalogPage<Event>>> GetPageAsync(CatalogPageRequest request);

    /// <summary>One event as everybody sees it; absent when there is none. Source: v6 getEvent, asked without a token.</summary>
    [AlwaysInterleave, Alias("event")]
    Task<Answer<Event>> GetEventAsync(Slug slug);

    /// <summary>
    /// The mark of the last change of seats that went through here, or of this activation's beginning: whatever is older, in whoever's scope,
    /// is outdated.
    /// </summary>
    [AlwaysInterleave, Alias("changed-at")]
    Task<long> GetChangedAtAsync();

    /// <summary>Takes seats and drops what that makes stale. Never sent twice. Source: v6 createEventRegistration.</summary>
    [AlwaysInterleave, Alias("register")]
    Task<MutationResult<EventRegistration>> RegisterAsync(EventRegistrationRequest request);

    /// <summary>Begins to pay for a registration. Never sent twice. Source: v6 createEventPaymentIntent.</summary>
    [AlwaysInterleave, Alias("pay")]
    Task<MutationResult<EventPaymentIntent>> PayAsync(EventPaymentRequest request);

    /// <summary>Whether a registration opens the door; absent when there is no such registration. Asked anew each time. Source: v6 getEventAccess.</summary>
    [AlwaysInterleave, Alias("access")]
    Task<Answer<EventAccess>> GetAccessAsync(EventAccessQuery query);
}

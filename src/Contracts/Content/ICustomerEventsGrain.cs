using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Catalog;
using Bff.Contracts.Keys;
using Orleans.Concurrency;

namespace Bff.Contracts.Content;

/// <summary>
/// One activation is the events of a tenant as one customer sees them: prices and seats may be the customer's own. Key: <see cref="CustomerKey"/>.
/// </summary>
[GrainInterfaceType("customer-events")]
public interface ICustomerEventsGrain : IGrainWithStringKey
{
    /// <summary>A page of the events. Source: v6 listEvents, asked with the customer's token.</summary>
    [AlwaysInterleave, Alias("page")]
    Task<Answer<CatalogPage<Event>>> GetPageAsync(CustomerEventPageRequest request);

    /// <summary>One event; absent when there is none for this customer. Source: v6 getEvent, asked with the customer's token.</summary>
    [AlwaysInterleave, Alias("event")]
    Task<Answer<Event>> GetEventAsync(CustomerEventRequest request);

    /// <summary>Forgets what was kept: the customer has signed out, or has changed it.</summary>
    [AlwaysInterleave, Alias("drop")]
    Task DropAsync();
}

/// <summary>Asks for a page of events as a customer.</summary>
/// <param name="Caller">The customer of the grain.</param>
/// <param name="Page">Which page.</param>
[GenerateSerializer, Immutable, Alias("bff.customer-event-page-request")]
public sealed record CustomerEventPageRequest([property: Id(0)] Caller Caller, [property: Id(1)] CatalogPageRequest Page);

/// <summary>Asks for an event as a customer.</summary>
/// <param name="Caller">The customer of the grain.</param>
/// <param name="Event">Which event.</param>
[GenerateSerializer, Immutable, Alias("bff.customer-event-request")]
public sealed record CustomerEventRequest([property: Id(0)] Caller Caller, [property: Id(1)] Slug Event);

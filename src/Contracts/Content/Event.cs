using System.Collections.Immutable;
using Bff.Contracts.Answers;

namespace Bff.Contracts.Content;

/// <summary>
/// A public event. What its state is depends on the time of asking, so it is read from <paramref name="Status"/> and the sessions by whoever
/// shows it. Source: v6 Event.
/// </summary>
/// <param name="Id">Event id.</param>
/// <param name="Slug">Part of its URL.</param>
/// <param name="Title">Title.</param>
/// <param name="IntroductionHtml">Short text, HTML, sanitised.</param>
/// <param name="ContentHtml">Long text, HTML, sanitised.</param>
/// <param name="Presentation">Structured text; v6 does not send it always.</param>
/// <param name="Price">What a ticket costs now, for whoever asked; zero means free.</param>
/// <param name="RegularPrice">The same before any promotion.</param>
/// <param name="DiscountedPrice">Promotional price.</param>
/// <param name="EarlyBirdPrice">Early-bird price.</param>
/// <param name="EarlyBirdEndsAt">Until when that is given.</param>
/// <param name="PricingSource">Which price is in force (regular, discounted, early_bird) as v6 writes it; open set.</param>
/// <param name="Status">State as v6 writes it; open set, and late: see the sessions.</param>
/// <param name="Venue">Name of the place.</param>
/// <param name="VenueAddress">Its street address.</param>
/// <param name="Image">Lead picture, a URL.</param>
/// <param name="Quota">Seats over all sessions; null means no limit, or not shown.</param>
/// <param name="ShowRemainingQuota">The merchant wants the seats left to be shown.</param>
/// <param name="MaxTicketsPerOrder">Most tickets of one registration.</param>
/// <param name="MaxTicketsPerMember">Most tickets one customer may hold.</param>
/// <param name="DeliveryMode">Where it happens (in_person, online, hybrid) as v6 writes it; open set.</param>
/// <param name="Sessions">Its dates, in order of their start.</param>
[GenerateSerializer, Immutable, Alias("bff.event")]
public sealed record Event(
    [property: Id(0)] string Id,
    [property: Id(1)] string Slug,
    [property: Id(2)] string Title,
    [property: Id(3)] string? IntroductionHtml,
    [property: Id(4)] string? ContentHtml,
    [property: Id(5)] EventPresentation? Presentation,
    [property: Id(6)] Money Price,
    [property: Id(7)] Money RegularPrice,
    [property: Id(8)] Money? DiscountedPrice,
    [property: Id(9)] Money? EarlyBirdPrice,
    [property: Id(10)] DateTimeOffset? EarlyBirdEndsAt,
    [property: Id(11)] string PricingSource,
    [property: Id(12)] string Status,
    [property: Id(13)] string? Venue,
    [property: Id(14)] string? VenueAddress,
    [property: Id(15)] string? Image,
    [property: Id(16)] int? Quota,
    [property: Id(17)] bool ShowRemainingQuota,
    [property: Id(18)] int MaxTicketsPerOrder,
    [property: Id(19)] int? MaxTicketsPerMember,
    [property: Id(20)] string DeliveryMode,
    [property: Id(21)] ImmutableArray<EventSession> Sessions);

/// <summary>One date of an event. Source: v6 EventSession.</summary>
/// <param name="Id">Session id; one without it cannot be booked.</param>
/// <param name="StartTime">Start, with the company's offset.</param>
/// <param name="EndTime">End, with the company's offset, when set.</param>
/// <param name="OverAt">From when it counts as over: its end, else the end of an all-day session's day on the company's calendar, else its start.</param>
/// <param name="AllDay">Only the day matters.</param>
/// <param name="RemainingQuota">Seats left; null means unlimited or hidden.</param>
/// <param name="Expired">v6 calls it over.</param>
/// <param name="Full">No seats are left.</param>
/// <param name="Offered">v6 lets seats be taken, as of when it was asked.</param>
[GenerateSerializer, Immutable, Alias("bff.event-session")]
public sealed record EventSession(
    [property: Id(0)] string? Id,
    [property: Id(1)] DateTimeOffset StartTime,
    [property: Id(2)] DateTimeOffset? EndTime,
    [property: Id(3)] DateTimeOffset OverAt,
    [property: Id(4)] bool AllDay,
    [property: Id(5)] int? RemainingQuota,
    [property: Id(6)] bool Expired,
    [property: Id(7)] bool Full,
    [property: Id(8)] bool Offered);

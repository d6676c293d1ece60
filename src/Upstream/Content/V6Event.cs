using System.Collections.Immutable;
using Bff.Upstream.Json;

namespace Bff.Upstream.Content;

/// <summary>A public event. Source: v6 Event.</summary>
/// <remarks>
/// <c>Price</c>: What one ticket costs now; 0 means free.
/// <c>RegularPrice</c>: Price before any promotion.
/// <c>PricingSource</c>: Which price is in force; <c>regular</c> when v6 does not say.
/// <c>Status</c>: State as v6 writes it, in any case; the dates may say otherwise (notes V22).
/// <c>Quota</c>: Seats over all sessions; null means no limit or not shown.
/// <c>MaxTicketsPerOrder</c>: Most tickets per registration; 10 when v6 does not say, as its clients have it.
/// <c>DeliveryMode</c>: Where it happens; <c>in_person</c> when v6 does not say.
/// </remarks>
internal sealed record V6Event(
    string Id,
    string Slug,
    string Title,
    string? Introduction,
    string? Content,
    V6EventPresentation? Presentation,
    decimal Price,
    decimal RegularPrice,
    decimal? DiscountedPrice,
    decimal? EarlyBirdPrice,
    DateTimeOffset? EarlyBirdEndsAt,
    string PricingSource,
    string? Currency,
    string Status,
    string? Venue,
    string? VenueAddress,
    string? Image,
    int? Quota,
    bool ShowRemainingQuota,
    int MaxTicketsPerOrder,
    int? MaxTicketsPerMember,
    string DeliveryMode,
    ImmutableArray<V6EventSession> Sessions)
{
    /// <summary>Reads an event (notes V22); without id, slug or price it is unusable: a missing price must not read as free.</summary>
    public static V6Event? Read(V6Json json) =>
        json.Key("id") is not { } id || json.Key("slug") is not { } slug || json.Decimal("price") is not { } price ? null : new(
            id,
            slug,
            json.Text("title") ?? "",
            json.Text("introduction", "description"),
            json.Text("content"),
            json.One("publicPresentation", V6EventPresentation.Read),
            price,
            json.Decimal("regularPrice") ?? price,
            json.Decimal("discountedPrice"),
            json.Decimal("earlyBirdPrice"),
            json.Moment("earlyBirdEndsAt"),
            json.Key("pricingSource") ?? "regular",
            json.Key("currency"),
            json.Text("status") ?? "",
            json.Text("venue", "location"),
            json.Text("venueAddress"),
            json.Key("image", "imageUrl"),
            json.Int("quota"),
            json.Flag("showRemainingQuota") ?? false,
            json.Int("maxTicketsPerOrder") ?? 10,
            json.Int("maxTicketsPerMember"),
            json.Key("deliveryMode") ?? "in_person",
            json.Many("dates", V6EventSession.Read));
}

/// <summary>One date of an event. Source: v6 EventSession.</summary>
/// <remarks>
/// <c>Id</c>: Session id; without one it cannot be booked (notes V22).
/// <c>RemainingQuota</c>: Seats left; null means no limit or not shown.
/// <c>IsAvailable</c>: Seats can be taken now.
/// </remarks>
internal sealed record V6EventSession(
    string? Id, DateTimeOffset Start, DateTimeOffset? End, bool AllDay, int? RemainingQuota, bool IsExpired, bool IsFull, bool IsAvailable)
{
    /// <summary>Reads a session; without its start it is unusable.</summary>
    public static V6EventSession? Read(V6Json json)
    {
        if (json.Moment("startTime") is not { } start)
        {
            return null;
        }

        var id = json.Key("id");
        var expired = json.Flag("isExpired") ?? false;
        var full = json.Flag("isFull") ?? json.Int("remainingQuota") is 0;
        return new(
            id,
            start,
            json.Moment("endTime"),
            json.Flag("allDay") ?? false,
            json.Int("remainingQuota"),
            expired,
            full,
            id is not null && (json.Flag("available") ?? (!expired && !full)));
    }
}

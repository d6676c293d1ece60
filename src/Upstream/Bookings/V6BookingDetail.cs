using System.Collections.Immutable;
using Bff.Upstream.Json;

namespace Bff.Upstream.Bookings;

/// <summary>A booking with its price and history. Source: v6 BookingDetail.</summary>
/// <param name="Booking">What lists show of it.</param>
/// <param name="Subtotal">Price before add-ons and discount.</param>
/// <param name="AddonsTotal">Sum of the add-ons.</param>
/// <param name="DiscountAmount">Discount taken off.</param>
/// <param name="PromotionCode">Promotion that gave it.</param>
/// <param name="TotalDurationMinutes">Length with add-ons, in minutes.</param>
/// <param name="Notes">Note left with the booking.</param>
/// <param name="CancellationReason">Reason given on cancelling.</param>
/// <param name="Lines">What is charged.</param>
/// <param name="History">Changes of state, oldest first.</param>
internal sealed record V6BookingDetail(
    V6Booking Booking,
    decimal? Subtotal,
    decimal? AddonsTotal,
    decimal? DiscountAmount,
    string? PromotionCode,
    int? TotalDurationMinutes,
    string? Notes,
    string? CancellationReason,
    ImmutableArray<V6BookingLine> Lines,
    ImmutableArray<V6BookingStatusChange> History) : V6Private
{
    /// <summary>Reads a detail; unusable where its booking is.</summary>
    public static V6BookingDetail? Read(V6Json json) => V6Booking.Read(json) is not { } booking ? null : new(
        booking,
        json.Decimal("subtotal"),
        json.Decimal("addonsTotal"),
        json.Decimal("discountAmount"),
        json.Key("promotionCode"),
        json.Int("totalDurationMinutes"),
        json.Text("notes"),
        json.Text("cancellationReason"),
        json.Many("lineItems", V6BookingLine.Read),

        // The sources do not say in which order they come.
        [.. json.Many("statusHistory", V6BookingStatusChange.Read).OrderBy(change => change.At)]);
}

/// <summary>A charged part of a booking. Source: v6 BookingLineItem.</summary>
internal sealed record V6BookingLine(
    string? Id,
    string? Type,
    string Name,
    string? Description,
    decimal Price,
    decimal? MemberTierPrice,
    int? DurationMinutes,
    V6Time? Start,
    V6Time? End)
{
    /// <summary>Reads either form (notes V10); without a price it is unusable.</summary>
    public static V6BookingLine? Read(V6Json json) => json.Decimal("price", "total") is not { } price ? null : new(
        json.Key("id"),
        json.Text("type"),
        json.Text("name", "description") ?? "",
        json.Text("description"),
        price,
        json.Decimal("memberTierPrice"),
        json.Int("durationMinutes"),
        json.Time("occurrenceStart"),
        json.Time("occurrenceEnd"));
}

/// <summary>A step in the life of a booking. Source: v6 BookingStatusChange.</summary>
internal sealed record V6BookingStatusChange(string? From, string To, DateTimeOffset? At)
{
    /// <summary>Reads a step; without the state it led to it is unusable.</summary>
    public static V6BookingStatusChange? Read(V6Json json) =>
        json.Key("toStatus") is { } to ? new(json.Key("fromStatus"), to, json.Moment("createdAt")) : null;
}

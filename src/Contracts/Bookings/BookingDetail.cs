using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Bookings;

/// <summary>A booking with its price and history. Source: v6 BookingDetail.</summary>
/// <param name="Booking">What lists show of it.</param>
/// <param name="Subtotal">Price before add-ons and discount.</param>
/// <param name="AddonsTotal">Sum of the add-ons.</param>
/// <param name="Discount">Discount taken off.</param>
/// <param name="PromotionCode">Promotion that gave it.</param>
/// <param name="TotalDurationMinutes">Length with add-ons, in minutes.</param>
/// <param name="Notes">Note left with the booking.</param>
/// <param name="CancellationReason">Reason given on cancelling.</param>
/// <param name="Lines">What is charged.</param>
/// <param name="History">Changes of state, oldest first.</param>
[GenerateSerializer, Immutable, Alias("bff.booking-detail")]
public sealed record BookingDetail(
    [property: Id(0)] Booking Booking,
    [property: Id(1)] Money? Subtotal,
    [property: Id(2)] Money? AddonsTotal,
    [property: Id(3)] Money? Discount,
    [property: Id(4)] string? PromotionCode,
    [property: Id(5)] int? TotalDurationMinutes,
    [property: Id(6)] string? Notes,
    [property: Id(7)] string? CancellationReason,
    [property: Id(8)] ImmutableArray<BookingLine> Lines,
    [property: Id(9)] ImmutableArray<BookingStatusChange> History)
{
    /// <summary>Names the type only: notes and reasons are a person's words.</summary>
    public override string ToString() => nameof(BookingDetail);
}

/// <summary>A charged part of a booking. Source: v6 BookingLineItem.</summary>
/// <param name="Id">Line id.</param>
/// <param name="Type">Kind of line; open set.</param>
/// <param name="Name">Display name.</param>
/// <param name="Price">Charged price.</param>
/// <param name="MemberPrice">Price under the customer's tier.</param>
/// <param name="DurationMinutes">Length in minutes.</param>
[GenerateSerializer, Immutable, Alias("bff.booking-line")]
public sealed record BookingLine(
    [property: Id(0)] string? Id,
    [property: Id(1)] string? Type,
    [property: Id(2)] string Name,
    [property: Id(3)] Money Price,
    [property: Id(4)] Money? MemberPrice,
    [property: Id(5)] int? DurationMinutes);

/// <summary>A step in the life of a booking. Source: v6 BookingStatusChange.</summary>
/// <param name="From">State before; null for the first step.</param>
/// <param name="To">State after.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("bff.booking-status-change")]
public sealed record BookingStatusChange([property: Id(0)] string? From, [property: Id(1)] string To, [property: Id(2)] DateTimeOffset? At);

/// <summary>Asks for one of the customer's bookings.</summary>
/// <param name="Caller">The customer.</param>
/// <param name="Booking">The booking.</param>
[GenerateSerializer, Immutable, Alias("bff.booking-query")]
public sealed record BookingQuery([property: Id(0)] Caller Caller, [property: Id(1)] EntityId Booking);

/// <summary>Asks to cancel a booking. Source: v6 cancelBooking.</summary>
/// <param name="Caller">The customer.</param>
/// <param name="Booking">The booking.</param>
/// <param name="Reason">The customer's words; shown to the customer later.</param>
[GenerateSerializer, Immutable, Alias("bff.cancel-booking-request")]
public sealed record CancelBookingRequest([property: Id(0)] Caller Caller, [property: Id(1)] EntityId Booking, [property: Id(2)] string? Reason)
{
    /// <summary>Names the type only: the reason is a person's words.</summary>
    public override string ToString() => nameof(CancelBookingRequest);
}

/// <summary>Asks to move a booking. Source: v6 rescheduleBooking.</summary>
/// <param name="Caller">The customer.</param>
/// <param name="Booking">The booking.</param>
/// <param name="OccurrenceStart">New start, an instant.</param>
/// <param name="OccurrenceEnd">New end, an instant.</param>
/// <param name="Staff">New person.</param>
/// <param name="Resource">New resource.</param>
[GenerateSerializer, Immutable, Alias("bff.reschedule-booking-request")]
public sealed record RescheduleBookingRequest(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] EntityId Booking,
    [property: Id(2)] DateTimeOffset OccurrenceStart,
    [property: Id(3)] DateTimeOffset OccurrenceEnd,
    [property: Id(4)] EntityId? Staff,
    [property: Id(5)] EntityId? Resource)
{
    /// <summary>Names this try, as to its receipt; empty from gateways of an older version.</summary>
    [Id(6)]
    public Guid Attempt { get; init; }
}

/// <summary>Asks the day to which a booking is moved to do it.</summary>
/// <param name="Request">What the customer wants.</param>
/// <param name="Before">The booking as v6 had it just before.</param>
[GenerateSerializer, Immutable, Alias("bff.slot-move")]
public sealed record SlotMove([property: Id(0)] RescheduleBookingRequest Request, [property: Id(1)] Booking Before);

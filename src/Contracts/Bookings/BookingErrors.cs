using System.Collections.Immutable;
using Bff.Contracts.Answers;

namespace Bff.Contracts.Bookings;

/// <summary>The place is gone. Source: v6 SLOT_NOT_AVAILABLE, BOOKING_RACE_CONFLICT.</summary>
/// <param name="Alternatives">Slots of the same day that can still be taken, nearest in time first.</param>
[GenerateSerializer, Immutable, Alias("bff.slot-taken-error")]
public sealed record SlotTakenError([property: Id(0)] ImmutableArray<Slot> Alternatives) : MutationError("SLOT_TAKEN");

/// <summary>Too soon after the last booking. Source: v6 BOOKING_COOLDOWN_ACTIVE.</summary>
/// <param name="EndsAt">From when the customer may book again; null when v6 did not say.</param>
/// <param name="Days">Length of the waiting period, in days.</param>
/// <param name="MerchantMessage">The merchant's own wording, to be shown first when present.</param>
[GenerateSerializer, Immutable, Alias("bff.cooldown-error")]
public sealed record CooldownError(
    [property: Id(0)] DateTimeOffset? EndsAt,
    [property: Id(1)] int? Days,
    [property: Id(2)] string? MerchantMessage) : MutationError("BOOKING_COOLDOWN_ACTIVE");

/// <summary>The customer already holds an open booking. Source: v6 BOOKING_ON_HAND.</summary>
/// <param name="ExistingBookingId">That booking, when v6 named it.</param>
/// <param name="ExistingBookingDate">Its day on the company's calendar.</param>
[GenerateSerializer, Immutable, Alias("bff.on-hand-error")]
public sealed record OnHandError(
    [property: Id(0)] string? ExistingBookingId,
    [property: Id(1)] DateOnly? ExistingBookingDate) : MutationError("BOOKING_ON_HAND");

/// <summary>
/// No usable answer came to a change of a booking; v6 was asked for the booking when it could no longer be at work on the change, and it was as
/// before. Nothing was sent again.
/// </summary>
/// <param name="Booking">The booking that stands.</param>
[GenerateSerializer, Immutable, Alias("bff.booking-unchanged-error")]
public sealed record BookingUnchangedError([property: Id(0)] BookingDetail Booking) : MutationError("BOOKING_UNCHANGED");

/// <summary>It is too late to change the booking. Source: v6 past_cutoff.</summary>
/// <param name="CutoffHours">Hours before the start from which it is; null when v6 did not say.</param>
[GenerateSerializer, Immutable, Alias("bff.cutoff-error")]
public sealed record CutoffError([property: Id(0)] int? CutoffHours) : MutationError("BOOKING_PAST_CUTOFF");

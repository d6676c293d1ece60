using System.Collections.Immutable;

namespace Bff.Contracts.Mutations;

/// <summary>
/// By what the outcome of a mutation can be found in v6 when its reply was lost. Stored with the receipt, sealed; holds no credential.
/// Each kind has a lookup in the silo.
/// </summary>
[GenerateSerializer, Immutable, Alias("bff.outcome-clue")]
public abstract record OutcomeClue
{
    /// <summary>Names the kind only.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>A booking that may have been made: the customer's bookings are looked through.</summary>
/// <param name="Service">Service.</param>
/// <param name="Start">Start, an instant.</param>
/// <param name="End">End, an instant.</param>
[GenerateSerializer, Immutable, Alias("bff.created-booking-clue")]
public sealed record CreatedBookingClue([property: Id(0)] string Service, [property: Id(1)] DateTimeOffset Start, [property: Id(2)] DateTimeOffset End) : OutcomeClue;

/// <summary>A booking that may have been cancelled: its state tells.</summary>
/// <param name="Booking">The booking.</param>
[GenerateSerializer, Immutable, Alias("bff.cancelled-booking-clue")]
public sealed record CancelledBookingClue([property: Id(0)] string Booking) : OutcomeClue;

/// <summary>A booking that may have been moved: its times tell.</summary>
/// <param name="Booking">The booking.</param>
/// <param name="Start">New start, an instant.</param>
/// <param name="End">New end, an instant.</param>
[GenerateSerializer, Immutable, Alias("bff.moved-booking-clue")]
public sealed record MovedBookingClue([property: Id(0)] string Booking, [property: Id(1)] DateTimeOffset Start, [property: Id(2)] DateTimeOffset End) : OutcomeClue;

/// <summary>An order that may have been placed: the customer's orders are looked through for the same lines.</summary>
/// <param name="Lines">What was ordered.</param>
[GenerateSerializer, Immutable, Alias("bff.created-order-clue")]
public sealed record CreatedOrderClue([property: Id(0)] ImmutableArray<OrderLineClue> Lines) : OutcomeClue;

/// <summary>A line of such an order.</summary>
/// <param name="Product">Product.</param>
/// <param name="Variant">Variant.</param>
/// <param name="Quantity">Units.</param>
[GenerateSerializer, Immutable, Alias("bff.order-line-clue")]
public sealed record OrderLineClue([property: Id(0)] string? Product, [property: Id(1)] string? Variant, [property: Id(2)] int Quantity);

/// <summary>A gift that the customer may now hold: the customer's redemptions are looked through.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Quantity">How many were asked for.</param>
[GenerateSerializer, Immutable, Alias("bff.held-gift-clue")]
public sealed record HeldGiftClue([property: Id(0)] string Offer, [property: Id(1)] int Quantity) : OutcomeClue;

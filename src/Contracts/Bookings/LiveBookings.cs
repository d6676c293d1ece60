using System.Collections.Immutable;
using Bff.Contracts.Live;

namespace Bff.Contracts.Bookings;

/// <summary>The slots of a day, as they are told to who watches it.</summary>
/// <param name="Day">All of them as they are now.</param>
/// <param name="Changed">Those that have changed; empty when the list itself is another one, so that everybody must begin with it.</param>
[GenerateSerializer, Immutable, Alias("bff.slot-day-live")]
public sealed record SlotDayLive([property: Id(0)] SlotDay Day, [property: Id(1)] ImmutableArray<Slot> Changed) : LiveValue;

/// <summary>What has become of a customer's booking.</summary>
public enum BookingChangeKind
{
    /// <summary>Nobody can tell what has changed: the list is to be read.</summary>
    Reload,

    /// <summary>A booking was made.</summary>
    Created,

    /// <summary>A booking was cancelled.</summary>
    Cancelled,

    /// <summary>A booking was moved.</summary>
    Rescheduled,
}

/// <summary>A change of a customer's bookings, as it is told to that customer.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Booking">The booking as it is now; null when nobody can tell.</param>
[GenerateSerializer, Immutable, Alias("bff.booking-live")]
public sealed record BookingLive([property: Id(0)] BookingChangeKind Kind, [property: Id(1)] Booking? Booking) : LiveValue;

using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Bookings;

/// <summary>Narrows the slots of a day. Source: v6 listServiceSlots.</summary>
/// <param name="Staff">Only slots of this person.</param>
/// <param name="Resource">Only slots of this resource.</param>
[GenerateSerializer, Immutable, Alias("bff.slot-query")]
public sealed record SlotQuery([property: Id(0)] EntityId? Staff, [property: Id(1)] EntityId? Resource)
{
    /// <summary>All slots of the day.</summary>
    public static SlotQuery All { get; } = new(null, null);
}

/// <summary>The slots of one service on one day of the company's calendar.</summary>
/// <param name="Date">The day in the company's time zone.</param>
/// <param name="TimeZone">That zone, an IANA name.</param>
/// <param name="Slots">In the order of their instants; full slots stay listed.</param>
/// <param name="AsOf">When v6 gave this picture.</param>
/// <param name="Policy">The limits that apply, when v6 sent them. They are hints: v6 alone refuses by them.</param>
[GenerateSerializer, Immutable, Alias("bff.slot-day")]
public sealed record SlotDay(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] string TimeZone,
    [property: Id(2)] ImmutableArray<Slot> Slots,
    [property: Id(3)] DateTimeOffset AsOf,
    [property: Id(4)] BookingPolicy? Policy = null);

/// <summary>What the merchant allows, as far as it does not depend on who asks. Source: v6 BookingConfig.</summary>
/// <param name="AdvanceBookingDays">How many days ahead a slot may be taken; null means unlimited.</param>
/// <param name="MinimumAdvanceBookingMinutes">How long before its start a slot may still be taken, in minutes; null when v6 did not say.</param>
/// <param name="MaxBookableTimeslots">Most slots one booking may cover; null means unlimited.</param>
/// <param name="IsAllowed">Somebody without a session may book at all.</param>
[GenerateSerializer, Immutable, Alias("bff.booking-policy")]
public sealed record BookingPolicy(
    [property: Id(0)] int? AdvanceBookingDays,
    [property: Id(1)] int? MinimumAdvanceBookingMinutes,
    [property: Id(2)] int? MaxBookableTimeslots,
    [property: Id(3)] bool IsAllowed);

/// <summary>One bookable interval, as instants and as the company's wall clock shows it, so that no client does time-zone arithmetic.</summary>
/// <param name="StartsAt">Start, with the company's offset at that moment.</param>
/// <param name="EndsAt">End, with the company's offset at that moment.</param>
/// <param name="LocalStart">Start on the company's clock.</param>
/// <param name="LocalEnd">End on the company's clock.</param>
/// <param name="Available">The slot can be taken now.</param>
/// <param name="RemainingCapacity">Places left.</param>
/// <param name="StaffId">Person the slot was asked for.</param>
/// <param name="ResourceId">Resource the slot belongs to.</param>
/// <param name="Price">Price before any tier: personal prices never enter a shared entry.</param>
/// <param name="UnavailableReason">One of <see cref="UnavailableReasons"/>; null while available.</param>
[GenerateSerializer, Immutable, Alias("bff.slot")]
public sealed record Slot(
    [property: Id(0)] DateTimeOffset StartsAt,
    [property: Id(1)] DateTimeOffset EndsAt,
    [property: Id(2)] TimeOnly LocalStart,
    [property: Id(3)] TimeOnly LocalEnd,
    [property: Id(4)] bool Available,
    [property: Id(5)] int RemainingCapacity,
    [property: Id(6)] string? StaffId,
    [property: Id(7)] string? ResourceId,
    [property: Id(8)] Money? Price,
    [property: Id(9)] string? UnavailableReason);

/// <summary>Why a listed slot cannot be taken.</summary>
public static class UnavailableReasons
{
    /// <summary>No place is left.</summary>
    public const string Full = "FULL";

    /// <summary>v6 does not offer it (closed, too soon, too late) and gives no reason.</summary>
    public const string NotOffered = "NOT_OFFERED";

    /// <summary>The clock skips this time on that day (start of daylight saving): no instant belongs to it.</summary>
    public const string NoSuchLocalTime = "NO_SUCH_LOCAL_TIME";
}

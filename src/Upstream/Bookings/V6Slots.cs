using System.Collections.Immutable;
using Bff.Contracts.Keys;
using Bff.Upstream.Json;

namespace Bff.Upstream.Bookings;

/// <summary>Which slots are asked for.</summary>
/// <param name="Service">Service.</param>
/// <param name="Day">Day on the company's calendar.</param>
/// <param name="Staff">Only slots of this person.</param>
/// <param name="Resource">Only slots of this resource.</param>
internal sealed record V6SlotQuery(EntityId Service, DateOnly Day, EntityId? Staff = null, EntityId? Resource = null);

/// <summary>The slots of a day. Source: v6 SlotList.</summary>
/// <param name="Slots">The slots in v6's order.</param>
/// <param name="Config">Limits that apply, when v6 sent them.</param>
internal sealed record V6SlotList(ImmutableArray<V6Slot> Slots, V6BookingConfig? Config)
{
    /// <summary>Reads all three forms (notes V3).</summary>
    public static V6SlotList? Read(V6Json json) => V6Lists.Page(json, V6Slot.Read, null, "items", "slots") is { } page
        ? new(page.Items, json.One("bookingConfig", V6BookingConfig.Read))
        : null;
}

/// <summary>One interval of a day. Source: v6 TimeSlot.</summary>
/// <param name="Start">Start, on the company's clock or as an instant (notes V5).</param>
/// <param name="End">End, likewise.</param>
/// <param name="Available">It can be taken now.</param>
/// <param name="RemainingCapacity">Places left; 0 when v6 did not say (notes V4).</param>
/// <param name="ScheduleId">Schedule it comes from.</param>
/// <param name="ResourceId">Resource it belongs to.</param>
/// <param name="BasePrice">Price before any tier.</param>
internal sealed record V6Slot(
    V6Time Start, V6Time End, bool Available, int RemainingCapacity, string? ScheduleId, string? ResourceId, decimal? BasePrice)
{
    /// <summary>
    /// Reads a slot (notes V4, V5). Tier prices and quotes are left out on purpose: they are personal and these answers are shared.
    /// </summary>
    public static V6Slot? Read(V6Json json) =>
        json.Time("startTime") is not { } start || json.Time("endTime") is not { } end ? null : new(
            start,
            end,
            json.Flag("available") ?? string.Equals(json.Text("status"), "available", StringComparison.OrdinalIgnoreCase),
            json.Int("remainingCapacity", "availableCapacity") ?? 0,
            json.Key("scheduleId"),
            json.Key("resourceId"),
            json.Decimal("basePrice"));
}

/// <summary>Booking limits of the tenant. Source: v6 BookingConfig.</summary>
/// <param name="AdvanceBookingDays">Days ahead a slot may be taken.</param>
/// <param name="MinimumAdvanceBookingMinutes">Minutes before its start until which a slot may be taken; not in the contract, read where it is sent.</param>
/// <param name="MaxBookableTimeslots">Most slots per booking.</param>
/// <param name="IsAllowed">The caller may book at all.</param>
internal sealed record V6BookingConfig(int? AdvanceBookingDays, int? MinimumAdvanceBookingMinutes, int? MaxBookableTimeslots, bool IsAllowed)
{
    /// <summary>Reads the limits that do not depend on who asks.</summary>
    public static V6BookingConfig Read(V6Json json) =>
        new(json.Int("advanceBookingDays"), json.Int("minimumAdvanceBookingMinutes"), json.Int("maxBookableTimeslots"), json.Flag("isAllowed") ?? true);
}

using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Grains.Tenancy;
using Bff.Upstream.Bookings;

namespace Bff.Grains.Bookings;

/// <summary>From v6's clock times of a day to slots with instants. <see cref="SlotClock"/> has the rules of the two odd days.</summary>
internal sealed class SlotDayMapping(CompanyClock clock, DateOnly day, string currency, SlotQuery query)
{
    private readonly SlotClock slotClock = new(clock, day);

    public SlotDay Map(V6SlotList list, DateTimeOffset asOf) =>
        new(day, clock.TimeZone, [.. list.Slots.Select(ToSlot).OrderBy(slot => slot.StartsAt)], asOf, PolicyOf(list.Config));

    private static BookingPolicy? PolicyOf(V6BookingConfig? config) => config is null
        ? null
        : new(config.AdvanceBookingDays, config.MinimumAdvanceBookingMinutes, config.MaxBookableTimeslots, config.IsAllowed);

    private Slot ToSlot(V6Slot slot)
    {
        var start = StartOf(slot);
        var startsAt = start ?? clock.LenientlyAt(day, slot.Start.Clock!.Value);
        var endsAt = slot.End.Instant is { } instant ? clock.Localise(instant) : slotClock.End(slot.End.Clock!.Value, startsAt);
        var available = start is not null && slot is { Available: true, RemainingCapacity: > 0 };
        return new Slot(
            startsAt,
            endsAt,
            slot.Start.Clock ?? TimeOnly.FromDateTime(startsAt.DateTime),
            slot.End.Clock ?? TimeOnly.FromDateTime(endsAt.DateTime),
            available,
            slot.RemainingCapacity,
            query.Staff?.Value,
            slot.ResourceId ?? query.Resource?.Value,
            slot.BasePrice is { } price ? new Money(price, currency) : null,
            available ? null : ReasonOf(slot, start));
    }

    private DateTimeOffset? StartOf(V6Slot slot) =>
        slot.Start.Instant is { } instant
            ? clock.Localise(instant)
            : slotClock.Start(slot.Start.Clock!.Value, $"{slot.ScheduleId}/{slot.ResourceId}");

    private static string ReasonOf(V6Slot slot, DateTimeOffset? start) =>
        start is null ? UnavailableReasons.NoSuchLocalTime
        : slot.RemainingCapacity == 0 ? UnavailableReasons.Full
        : UnavailableReasons.NotOffered;
}

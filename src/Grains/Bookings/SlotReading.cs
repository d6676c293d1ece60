using Bff.Contracts.Bookings;

namespace Bff.Grains.Bookings;

/// <summary>The slots as v6 told them, and between which moments it looked.</summary>
/// <param name="Day">The slots.</param>
/// <param name="Asked">What was done before this is in it.</param>
/// <param name="Answered">What was done after this is not.</param>
[GenerateSerializer, Immutable, Alias("bff.slot-reading")]
internal sealed record SlotReading([property: Id(0)] SlotDay Day, [property: Id(1)] DateTimeOffset Asked, [property: Id(2)] DateTimeOffset Answered)
{
    /// <summary>The slots that a booking of this place would take of.</summary>
    public IEnumerable<Slot> SlotsOf(SlotPlace place) =>
        Day.Slots.Where(slot => slot.StartsAt == place.Start && (place.ResourceId is null || slot.ResourceId is null || slot.ResourceId == place.ResourceId));

    /// <summary>The slots less what is held and not counted by v6: what can still be had.</summary>
    public SlotDay Less(IReadOnlyCollection<SlotHold> holds)
    {
        var uncounted = holds.Where(hold => !hold.IsCountedIn(this)).ToArray();
        return uncounted.Length == 0 ? Day : Day with { Slots = [.. Day.Slots.Select(slot => Less(slot, uncounted))] };
    }

    private static Slot Less(Slot slot, SlotHold[] uncounted)
    {
        var place = new SlotPlace(slot.StartsAt, slot.EndsAt, slot.StaffId, slot.ResourceId);
        var held = uncounted.Count(hold => hold.Place.IsSharedWith(place));
        if (held == 0 || slot.RemainingCapacity == 0)
        {
            return slot;
        }

        var left = Math.Max(0, slot.RemainingCapacity - held);
        return slot with
        {
            RemainingCapacity = left,
            Available = slot.Available && left > 0,
            UnavailableReason = slot.UnavailableReason ?? (left == 0 ? UnavailableReasons.Full : null),
        };
    }
}

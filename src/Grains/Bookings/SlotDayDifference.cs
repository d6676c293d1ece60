using System.Collections.Immutable;
using Bff.Contracts.Bookings;

namespace Bff.Grains.Bookings;

/// <summary>What has changed between two pictures of a day.</summary>
internal static class SlotDayDifference
{
    /// <summary>The slots that are another now, as they are now; null when the two do not list the same places, or not clearly so.</summary>
    public static ImmutableArray<Slot>? Between(SlotDay before, SlotDay after)
    {
        if (before.Slots.Length != after.Slots.Length || before.Policy != after.Policy)
        {
            return null;
        }

        var places = new HashSet<(DateTimeOffset, DateTimeOffset, string?, string?)>();
        var changed = ImmutableArray.CreateBuilder<Slot>();
        foreach (var (old, now) in before.Slots.Zip(after.Slots))
        {
            if (PlaceOf(old) != PlaceOf(now) || !places.Add(PlaceOf(now)))
            {
                return before.Slots.SequenceEqual(after.Slots) ? [] : null;
            }

            if (old != now)
            {
                changed.Add(now);
            }
        }

        return changed.ToImmutable();
    }

    private static (DateTimeOffset Start, DateTimeOffset End, string? Staff, string? Resource) PlaceOf(Slot slot) =>
        (slot.StartsAt, slot.EndsAt, slot.StaffId, slot.ResourceId);
}

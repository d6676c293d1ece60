using Bff.Contracts.Bookings;

namespace Bff.Grains.Bookings;

/// <summary>What is offered instead of a place that is gone.</summary>
internal static class Alternatives
{
    private const int Most = 5;

    /// <param name="wanted">Start of the place that is gone.</param>
    /// <param name="day">The day, read after the refusal; null when it could not be.</param>
    public static SlotTakenError To(DateTimeOffset wanted, SlotDay? day) => new(day is null ? [] :
    [
        .. day.Slots
            .Where(slot => slot.Available && slot.StartsAt != wanted)
            .OrderBy(slot => (slot.StartsAt - wanted).Duration())
            .Take(Most),
    ]);
}

using Bff.Grains.Tenancy;

namespace Bff.Grains.Bookings;

/// <summary>
/// Turns the clock times of one day's slot list into instants, in the order in which v6 lists them.
/// <list type="number">
/// <item>A clock time that happens once is that instant.</item>
/// <item>One that happens twice (autumn) is the earlier instant when its lane lists it first and the later one when it lists it again:
/// v6 lists slots in order, so the repeated hour appears repeated.</item>
/// <item>One that never happens (spring) has no instant: the caller keeps the slot listed but not bookable.</item>
/// <item>An end is the first instant after the start at which the clock shows it, on the next day if need be.</item>
/// </list>
/// </summary>
internal sealed class SlotClock(CompanyClock clock, DateOnly day)
{
    private readonly HashSet<(string? Lane, TimeOnly Time)> repeated = [];

    /// <summary>The instant of a slot's start; null when the clock skips that time on this day.</summary>
    /// <param name="time">What the clock shows.</param>
    /// <param name="lane">What distinguishes parallel slots of the same time (schedule, resource).</param>
    public DateTimeOffset? Start(TimeOnly time, string? lane)
    {
        var instants = clock.InstantsAt(day, time);
        return instants.Count switch
        {
            0 => null,
            1 => instants[0],
            _ => repeated.Add((lane, time)) ? instants[0] : instants[1],
        };
    }

    /// <summary>The instant of a slot's end.</summary>
    public DateTimeOffset End(TimeOnly time, DateTimeOffset start)
    {
        foreach (var candidate in clock.InstantsAt(day, time))
        {
            if (candidate > start)
            {
                return candidate;
            }
        }

        var sameDay = clock.LenientlyAt(day, time);
        return sameDay > start ? sameDay : clock.LenientlyAt(day.AddDays(1), time);
    }
}

using NodaTime;

namespace Bff.Sandbox.Bookings;

/// <summary>One bookable interval: instants, so that the two 01:30 of an autumn night are two slots.</summary>
internal readonly record struct Slot(Instant Start, Instant End);

/// <summary>Cuts a day into slots.</summary>
internal static class SlotGrid
{
    /// <summary>
    /// Steps through the opening hours instant by instant. Clock times that a spring change skips never appear, those that an
    /// autumn change repeats appear twice, both in order.
    /// </summary>
    public static IEnumerable<Slot> OfDay(Service service, DateTimeZone zone, LocalDate day)
    {
        if (service.Seed.ClosedOn.Contains((int)day.DayOfWeek))
        {
            yield break;
        }

        var (start, closing) = Hours(service, zone, day);
        for (; start + service.Length <= closing; start += service.Length)
        {
            yield return new Slot(start, start + service.Length);
        }
    }

    private static (Instant Opening, Instant Closing) Hours(Service service, DateTimeZone zone, LocalDate day) =>
        service.Seed.RoundTheClock
            ? (zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant())
            : (zone.AtLeniently(day + service.Opens).ToInstant(), zone.AtLeniently(day + service.Closes).ToInstant());
}

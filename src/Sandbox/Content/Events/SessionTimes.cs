using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Content.Events;

/// <summary>Turns "in three days at half past seven" into moments.</summary>
internal static class SessionTimes
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static Session Place(SessionSeed seed, string id, DateTimeZone zone, LocalDate today)
    {
        var day = today.PlusDays(seed.InDays);
        var start = seed.AllDay ? zone.AtStartOfDay(day).ToInstant() : zone.AtLeniently(day + Clock.Parse(seed.At).Value).ToInstant();
        var end = seed.AllDay ? zone.AtStartOfDay(day.PlusDays(1)).ToInstant() : End(seed, start);
        return new Session(seed.NoId ? null : id, start, end, seed);
    }

    private static Instant? End(SessionSeed seed, Instant start) =>
        seed.Minutes is { } minutes ? start + Duration.FromMinutes(minutes) : null;
}

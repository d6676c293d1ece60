using NodaTime;

namespace Bff.Grains.Tenancy;

/// <summary>
/// The wall clock of a company. v6 speaks in clock times of the company and clients need instants; on the two days a year on which
/// the clock jumps the two do not correspond one to one, and this is the one place that knows.
/// </summary>
internal sealed class CompanyClock
{
    private readonly DateTimeZone zone;

    private CompanyClock(DateTimeZone zone) => this.zone = zone;

    /// <summary>IANA name of the zone.</summary>
    public string TimeZone => zone.Id;

    /// <summary>The clock of an IANA zone, or null when there is no such zone in the time zone database.</summary>
    public static CompanyClock? TryCreate(string timeZone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is { } zone ? new CompanyClock(zone) : null;

    /// <summary>As <see cref="TryCreate"/>, for a name that has been validated.</summary>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public static CompanyClock Create(string timeZone) =>
        TryCreate(timeZone) ?? throw new ArgumentException("Not a zone of the time zone database.", nameof(timeZone));

    /// <summary>The instant with the company's offset at that moment.</summary>
    public DateTimeOffset Localise(DateTimeOffset instant) =>
        Instant.FromDateTimeOffset(instant).InZone(zone).ToDateTimeOffset();

    /// <summary>The company's calendar day at that instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Localise(instant).DateTime);

    /// <summary>The instants at which the clock shows this time: one; none in the gap of spring; two, earlier first, in the hour repeated in autumn.</summary>
    public IReadOnlyList<DateTimeOffset> InstantsAt(DateOnly day, TimeOnly time)
    {
        var mapping = zone.MapLocal(ToLocal(day, time));
        return mapping.Count switch
        {
            0 => [],
            1 => [mapping.Single().ToDateTimeOffset()],
            _ => [mapping.First().ToDateTimeOffset(), mapping.Last().ToDateTimeOffset()],
        };
    }

    /// <summary>The instant at which the clock shows this time; in a gap the moment just as long after it, in the repeated hour the earlier one.</summary>
    public DateTimeOffset LenientlyAt(DateOnly day, TimeOnly time) => zone.AtLeniently(ToLocal(day, time)).ToDateTimeOffset();

    private static LocalDateTime ToLocal(DateOnly day, TimeOnly time) => LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(time);
}

using System.Globalization;

namespace Bff.Gateway.Graph.Scalars;

/// <summary>An instant; its offset tells the clock that it was meant on.</summary>
internal sealed class DateTimeScalar() : TextScalar<DateTimeOffset>(
    "DateTime", "An ISO-8601 instant with offset, such as 2026-11-23T09:30:00+08:00.", "RFC 3339 section 5.6")
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    protected override bool TryRead(string text, out DateTimeOffset value)
    {
        // K alone would also take text without an offset and assume the machine's own.
        value = default;
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasOffset
            && DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    protected override string Write(DateTimeOffset value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);
}

/// <summary>A day on a wall calendar, of no zone.</summary>
internal sealed class LocalDateScalar() : TextScalar<DateOnly>(
    "LocalDate", "A day on the calendar, such as 2026-11-23. It must exist.", "RFC 3339 section 5.6, full-date")
{
    protected override bool TryRead(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string Write(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A time on a wall clock, of no zone.</summary>
internal sealed class LocalTimeScalar() : TextScalar<TimeOnly>(
    "LocalTime", "A time on the clock, such as 09:30 or 09:30:00.", "RFC 3339 section 5.6, partial-time")
{
    private static readonly string[] Forms = ["HH:mm", "HH:mm:ss"];

    protected override bool TryRead(string text, out TimeOnly value) =>
        TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string Write(TimeOnly value) => value.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>The name of a time zone.</summary>
internal sealed class TimeZoneScalar() : TextScalar<string>(
    "TimeZone", "A time zone's IANA name, such as Asia/Hong_Kong.", "RFC 6557")
{
    protected override bool TryRead(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
    {
        value = text;
        return text.Length is > 0 and <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId;
    }

    protected override string Write(string value) => value;
}

using System.Diagnostics;
using System.Globalization;

namespace Bff.Upstream.Json;

/// <summary>
/// A time as v6 writes it: on the company's wall clock, or an instant. Which one it is decides the text alone; a bare clock time is never
/// shifted (notes V5).
/// </summary>
[DebuggerDisplay("{Clock,nq}{Instant,nq}")]
internal readonly record struct V6Time
{
    private V6Time(TimeOnly? clock, DateTimeOffset? instant) => (Clock, Instant) = (clock, instant);

    /// <summary>Time on the company's clock; null for an instant. <c>24:00</c> reads as midnight.</summary>
    public TimeOnly? Clock { get; }

    /// <summary>The instant; null for a clock time.</summary>
    public DateTimeOffset? Instant { get; }

    /// <summary>Reads <c>HH:MM</c>, <c>HH:MM:SS</c> or an ISO-8601 date-time; one without offset is a clock time on that day.</summary>
    public static bool TryParse(string? text, out V6Time time)
    {
        time = default;
        if (text is null)
        {
            return false;
        }

        if (text.IndexOf('T', StringComparison.Ordinal) is var separator and > 0)
        {
            return TryParseDateTime(text, separator, out time);
        }

        return TryParseClock(text, out time);
    }

    private static bool TryParseDateTime(string text, int separator, out V6Time time)
    {
        time = default;
        if (text.AsSpan(separator).IndexOfAny('Z', '+', '-') < 0)
        {
            return TryParseClock(text[(separator + 1)..], out time);
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return false;
        }

        time = new V6Time(null, instant);
        return true;
    }

    private static bool TryParseClock(string text, out V6Time time)
    {
        var valid = TimeOnly.TryParseExact(
            text is "24:00" or "24:00:00" ? "00:00" : text,
            ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var clock);
        time = valid ? new V6Time(clock, null) : default;
        return valid;
    }
}

namespace Bff.Gateway.RateLimits;

/// <summary>How often something may happen.</summary>
/// <param name="Interval">Time between two events at the full rate.</param>
/// <param name="Burst">How far events may run ahead of that.</param>
internal readonly record struct RateRule(TimeSpan Interval, TimeSpan Burst)
{
    public static RateRule PerSecond(int rate, int burstSeconds = 1) => new(TimeSpan.FromSeconds(1.0 / rate), TimeSpan.FromSeconds(burstSeconds));

    public static RateRule PerMinute(int rate) => new(TimeSpan.FromMinutes(1.0 / rate), TimeSpan.FromMinutes(1));

    /// <summary>The rule for so many events at once: they happen together or not at all.</summary>
    public RateRule Times(int count) => this with { Interval = Interval * count };

    /// <summary>Asks whether the next event may happen, and counts none.</summary>
    public RateRule Peek() => new(TimeSpan.Zero, Burst - Interval);
}

/// <summary>Whose events are counted.</summary>
/// <param name="Kind">Which limit: <c>c</c> operations of a caller, <c>t</c> operations of a tenant, <c>m</c> mutations of a caller, <c>h</c> host names of a caller that are nobody's.</param>
/// <param name="Name">The caller or tenant; no address, no credential.</param>
internal readonly record struct RateKey(char Kind, string Name)
{
    public override string ToString() => $"{Kind}:{Name}";
}

/// <summary>
/// Counts events by the generic cell rate algorithm (ITU-T I.371, annex A): one number for each key, the time at which the next event
/// is due. An event that would be due further ahead than the burst allows is refused.
/// </summary>
internal interface IRateLimiter
{
    /// <summary>Null when the event may happen; otherwise how long to wait. Never throws because its store is down.</summary>
    ValueTask<TimeSpan?> TakeAsync(RateKey key, RateRule rule);
}

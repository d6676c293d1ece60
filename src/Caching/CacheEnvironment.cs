using Bff.Contracts.Answers;

namespace Bff.Caching;

/// <summary>What every cache of a process shares.</summary>
/// <param name="Time">Its monotonic time decides what is fresh; its wall clock is only used to label answers.</param>
/// <param name="Observer">Told of every answer, fetch and eviction.</param>
/// <param name="Chance">Gives numbers from 0 to below 1 for the jitter; must be thread-safe.</param>
public sealed record CacheEnvironment(TimeProvider Time, ICacheObserver Observer, Func<double> Chance)
{
    /// <summary>With the usual source of chance.</summary>
    public CacheEnvironment(TimeProvider time, ICacheObserver observer)
        : this(time, observer, Random.Shared.NextDouble)
    {
    }

    /// <summary>Gives versions to values and marks to changes.</summary>
    public LogicalClock Clock { get; } = new(Time);

    // Steps in which the use of an entry is noted.
    internal long UseStep { get; } = Time.TimestampFrequency / 10;

    // In whole units of the monotonic clock: a double would round a long uptime.
    internal long After(long stamp, TimeSpan span) =>
        stamp + (long)((Int128)span.Ticks * Time.TimestampFrequency / TimeSpan.TicksPerSecond);

    internal Answer<T> Fresh<T>(T? value, CachePolicy policy, DateTimeOffset asOf, long version)
        where T : class =>
        new(value, null, asOf, Time.GetUtcNow() + policy.Lifetime(value is not null, Chance()), version, IsStale: false);
}

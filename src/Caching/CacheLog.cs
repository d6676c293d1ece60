using System.Collections.Concurrent;
using Bff.Contracts.Changes;
using Microsoft.Extensions.Logging;

namespace Bff.Caching;

/// <summary>Writes what operators must know: that stale answers are served (once a minute per area), and that a fetch has a defect.</summary>
internal sealed partial class CacheLog(ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<CacheArea, Pace> _paces = new();

    public void Stale(CacheArea area)
    {
        if (_paces.GetOrAdd(area, static _ => new Pace()).Count(time) is { } served)
        {
            StaleServed(area.Name, served);
        }
    }

    public void Threw(CacheArea area, Exception exception) => FetchThrew(area.Name, exception);

    [LoggerMessage(1, LogLevel.Warning, "Stale answers are served in {Area} because their source fails or is slow: {Count} since the last such line.")]
    private partial void StaleServed(string area, long count);

    [LoggerMessage(2, LogLevel.Error, "A fetch in {Area} threw instead of returning a failure.")]
    private partial void FetchThrew(string area, Exception exception);

    private sealed class Pace
    {
        private long _count;
        private long _quietUntil = long.MinValue;

        // How many there were since the last line, for the one caller that is to write the next.
        public long? Count(TimeProvider time)
        {
            Interlocked.Increment(ref _count);
            var now = time.GetTimestamp();
            var quietUntil = Volatile.Read(ref _quietUntil);
            var next = now + ((long)Pause.TotalSeconds * time.TimestampFrequency);
            return now >= quietUntil && Interlocked.CompareExchange(ref _quietUntil, next, quietUntil) == quietUntil
                ? Interlocked.Exchange(ref _count, 0)
                : null;
        }
    }
}

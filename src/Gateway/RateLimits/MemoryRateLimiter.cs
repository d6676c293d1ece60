using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.RateLimits;

/// <summary>Counts in this process. Keys whose due time has passed say nothing any more and are swept out when there are too many.</summary>
internal sealed class MemoryRateLimiter(TimeProvider time, IOptions<RateLimitOptions> options) : IRateLimiter
{
    private readonly ConcurrentDictionary<RateKey, long> due = new();
    private readonly Lock sweeping = new();

    // The dictionary's own count takes all its locks.
    private int count;

    public ValueTask<TimeSpan?> TakeAsync(RateKey key, RateRule rule)
    {
        var now = time.GetUtcNow().UtcTicks;
        while (true)
        {
            var isKnown = due.TryGetValue(key, out var before);
            var next = Math.Max(isKnown ? before : 0, now) + rule.Interval.Ticks;
            if (next - now > rule.Burst.Ticks)
            {
                return new(TimeSpan.FromTicks(next - now - rule.Burst.Ticks));
            }

            if (isKnown && due.TryUpdate(key, next, before))
            {
                return default;
            }

            if (!isKnown && due.TryAdd(key, next))
            {
                Interlocked.Increment(ref count);
                Sweep(now);
                return default;
            }
        }
    }

    private void Sweep(long now)
    {
        if (Volatile.Read(ref count) <= options.Value.MaxKeys || !sweeping.TryEnter())
        {
            return;
        }

        try
        {
            foreach (var entry in due.Where(entry => entry.Value <= now))
            {
                due.TryRemove(entry);
            }

            if (due.Count > options.Value.MaxKeys)
            {
                due.Clear();
            }

            Volatile.Write(ref count, due.Count);
        }
        finally
        {
            sweeping.Exit();
        }
    }
}

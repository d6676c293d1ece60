using StackExchange.Redis;

namespace Bff.Gateway.RateLimits;

/// <summary>
/// Counts in Redis, so that all gateways count together, by Redis' own clock. When Redis cannot be asked, this gateway counts by itself:
/// callers are still limited, by each gateway apart, and nobody is turned away because the limiter is ill.
/// </summary>
internal sealed partial class RedisRateLimiter(IConnectionMultiplexer redis, MemoryRateLimiter fallback, ILogger<RedisRateLimiter> logger) : IRateLimiter
{
    // KEYS[1] due time; ARGV[1] interval, ARGV[2] burst, all in microseconds. Gives 0, or how long to wait.
    private const string Script =
        """
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local due = tonumber(redis.call('GET', KEYS[1]) or now)
        local next = math.max(due, now) + tonumber(ARGV[1])
        local wait = next - now - tonumber(ARGV[2])
        if wait > 0 then return math.ceil(wait) end
        redis.call('SET', KEYS[1], string.format('%.0f', next), 'PX', math.ceil((next - now) / 1000) + 1000)
        return 0
        """;

    private int isDown;

    public async ValueTask<TimeSpan?> TakeAsync(RateKey key, RateRule rule)
    {
        try
        {
            var wait = (long)await redis.GetDatabase().ScriptEvaluateAsync(
                Script, [$"bff:rate:{key}"], [(long)rule.Interval.TotalMicroseconds, (long)rule.Burst.TotalMicroseconds]);
            Tell(down: false);
            return wait == 0 ? null : TimeSpan.FromMicroseconds(wait);
        }
        catch (Exception problem) when (problem is RedisException or RedisTimeoutException or ObjectDisposedException)
        {
            Tell(down: true, problem);
            return await fallback.TakeAsync(key, rule);
        }
    }

    // Once for each outage: a line for each operation would be an outage of the logs as well.
    private void Tell(bool down, Exception? problem = null)
    {
        if (Volatile.Read(ref isDown) == (down ? 1 : 0) || Interlocked.Exchange(ref isDown, down ? 1 : 0) == (down ? 1 : 0))
        {
            return;
        }

        if (down)
        {
            StoreIsDown(problem);
        }
        else
        {
            StoreIsBack();
        }
    }

    [LoggerMessage(EventId = 2601, Level = LogLevel.Warning, Message = "The rate limiter's store is down; this gateway counts by itself.")]
    private partial void StoreIsDown(Exception? problem);

    [LoggerMessage(EventId = 2602, Level = LogLevel.Information, Message = "The rate limiter's store is back; the gateways count together again.")]
    private partial void StoreIsBack();
}

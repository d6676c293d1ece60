namespace Bff.Caching;

/// <summary>
/// A hybrid logical clock: readings only grow, follow the wall clock (UTC ticks), and pass every reading seen from elsewhere. So a
/// value's version is comparable with a change's mark although the owner was restarted or moved to a machine with another clock.
/// </summary>
/// <remarks>Kulkarni et al., "Logical Physical Clocks" (2014), with time and counter in one number.</remarks>
public sealed class LogicalClock(TimeProvider time)
{
    private long _last;

    /// <summary>A reading greater than every earlier one and than <paramref name="seen"/>.</summary>
    public long Next(long seen = 0)
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var next = Math.Max(Math.Max(last, seen) + 1, time.GetUtcNow().UtcTicks);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next;
            }
        }
    }
}

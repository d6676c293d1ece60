namespace Bff.Caching;

/// <summary>
/// A hybrid logical clock: readings only grow, follow the wall clock (UTC ticks), and pass every reading seen from elsewhere. So a
/// value's version is comparable with a change's mark although the owner was restarted or moved to a machine with another clock.
/// </summary>
/// <remarks>Kulkarni et al., "Logical Physical Clocks" (2014), with time and counter in one number.</remarks>
public sealed class LogicalClock(TimeProvider time)
{
    // A reading from further ahead is no clock's: followed, it would put every later version out of order.
    private static readonly long MostAhead = TimeSpan.FromHours(1).Ticks;
    private long _last;

    /// <summary>A reading greater than every earlier one and than <paramref name="seen"/>, unless that is more than an hour ahead.</summary>
    public long Next(long seen = 0)
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var wall = time.GetUtcNow().UtcTicks;
            var next = Math.Max(Math.Max(last, Math.Min(seen, wall + MostAhead)) + 1, wall);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next;
            }
        }
    }
}

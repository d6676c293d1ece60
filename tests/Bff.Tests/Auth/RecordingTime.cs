using System.Collections.Concurrent;

namespace Bff.Tests.Auth;

/// <summary>A clock that stands still and keeps nobody waiting, but knows for how long each would have waited.</summary>
internal sealed class RecordingTime : TimeProvider
{
    private readonly DateTimeOffset _now = System.GetUtcNow();
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }

    /// <summary>What was waited for since the last time.</summary>
    public IReadOnlyList<TimeSpan> TakeWaits()
    {
        var waits = _waits.ToArray();
        _waits.Clear();
        return waits;
    }
}

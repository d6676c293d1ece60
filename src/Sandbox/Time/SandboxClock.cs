namespace Bff.Sandbox.Time;

/// <summary>
/// The sandbox's own clock: the host's, moved forward by what the admin asked for. It only ever moves forward, so that a token
/// or a code that has expired stays expired.
/// </summary>
internal sealed class SandboxClock(TimeProvider host) : TimeProvider
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _moved = New();
    private long _offsetTicks;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => host.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => host.GetUtcNow().AddTicks(Volatile.Read(ref _offsetTicks));

    public override long GetTimestamp() => host.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        host.CreateTimer(callback, state, dueTime, period);

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        TaskCompletionSource moved;
        lock (_gate)
        {
            _offsetTicks += by.Ticks;
            moved = _moved;
            _moved = New();
        }

        moved.SetResult();
    }

    /// <summary>Waits until this clock shows <paramref name="due"/>, by the host's time passing or by <see cref="Advance"/>.</summary>
    public async Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task moved;
            lock (_gate)
            {
                moved = _moved.Task;
            }

            var left = due - GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return;
            }

            using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(moved, Task.Delay(left, host, timer.Token));
            await timer.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

using Bff.Contracts.Answers;

namespace Bff.Caching;

/// <summary>One fetch and those who wait for it.</summary>
/// <param name="floor">Nothing older than this comes of it.</param>
/// <param name="patienceUntil">The monotonic stamp until which a caller with a stale value waits for it.</param>
internal sealed class Flight<T>(long floor, long patienceUntil)
    where T : class
{
    // Asynchronously: whoever completes it must not run its waiters' code.
    private readonly TaskCompletionSource<Answer<T>> _landing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Two callers may both set it, to timers of the same moment.
    private Task? _patience;

    public long Floor => floor;

    public Task<Answer<T>> Landing => _landing.Task;

    /// <summary>Done when nobody with something else to serve should wait any longer; one timer for all of them.</summary>
    public Task Patience(TimeProvider time)
    {
        var left = time.GetElapsedTime(time.GetTimestamp(), patienceUntil);
        return left > TimeSpan.Zero ? _patience ??= Task.Delay(left, time) : Task.CompletedTask;
    }

    public void Land(Answer<T> answer) => _landing.SetResult(answer);
}

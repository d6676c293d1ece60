using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Live;

namespace Bff.Gateway.Live;

/// <summary>What a watcher was told last.</summary>
/// <param name="Epoch">The owner's activation; empty before the first.</param>
/// <param name="Version">Its change.</param>
internal readonly record struct LivePosition(Guid Epoch, long Version);

/// <summary>Something that a watcher is told.</summary>
/// <param name="Position">How far the watcher has come by it.</param>
/// <param name="Value">What is so now; null when the owner has told nothing yet.</param>
/// <param name="IsNext">It follows what the watcher was told last; otherwise the watcher begins anew with it.</param>
internal sealed record LiveEvent(LivePosition Position, LiveValue? Value, bool IsNext);

/// <summary>
/// What this gateway knows of one owner at one moment. All watchers of the owner share it, so a watcher keeps nothing but its position; who
/// is further behind than the changes that are still here begins anew.
/// </summary>
/// <param name="Position">How far the owner has come; empty before it was heard first.</param>
/// <param name="Latest">What it told last.</param>
/// <param name="Recent">The changes up to there, without gaps.</param>
/// <param name="Failure">Why there will be no more; null while there may be.</param>
internal sealed record LiveView(LivePosition Position, LiveValue? Latest, ImmutableArray<LiveNotice> Recent, Failure? Failure)
{
    private const int MostRecent = 32;

    private readonly TaskCompletionSource outdated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Nothing was heard yet.</summary>
    public static LiveView Unknown => new(default, null, [], null);

    /// <summary>Completes when there is a later one.</summary>
    public Task Outdated => outdated.Task;

    /// <summary>The owner has been heard.</summary>
    public bool IsKnown => Position.Epoch != Guid.Empty;

    /// <summary>What comes after a watcher's position; null when it is up to date.</summary>
    public LiveEvent? After(LivePosition position)
    {
        if (!IsKnown || position == Position)
        {
            return null;
        }

        var next = position.Epoch == Position.Epoch ? Recent.FirstOrDefault(notice => notice.Version == position.Version + 1) : null;
        return next is null
            ? new LiveEvent(Position, Latest, IsNext: false)
            : new LiveEvent(new LivePosition(next.Epoch, next.Version), next.Value, IsNext: true);
    }

    /// <summary>The view after a change; this one when it brings nothing new. A missing change makes everybody begin anew.</summary>
    public LiveView With(LiveNotice notice)
    {
        if (notice.Epoch != Position.Epoch || notice.Version <= Position.Version)
        {
            return this;
        }

        var isNext = notice.Version == Position.Version + 1;
        var recent = isNext ? (Recent.Length < MostRecent ? Recent : Recent.RemoveAt(0)).Add(notice) : [];
        return new LiveView(new LivePosition(notice.Epoch, notice.Version), notice.Value, recent, null);
    }

    /// <summary>The view after a renewal. Another activation of the owner counts anew.</summary>
    public LiveView With(LiveState state) => state.Epoch != Position.Epoch
        ? new LiveView(new LivePosition(state.Epoch, state.Version), state.Latest?.Value, [], null)
        : state.Latest is { } latest ? With(latest) : this;

    /// <summary>There is a later one.</summary>
    public void Outdate() => outdated.TrySetResult();
}

using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Contracts.Live;

namespace Bff.Gateway.Live;

/// <summary>
/// This gateway's one subscription to one owner, for all who watch that here. It lives as long as somebody does:
/// <list type="number">
/// <item>The owner is asked to tell of changes, for the time of a lease, and what it has told last.</item>
/// <item>Changes come by themselves; each replaces the view, which wakes the watchers.</item>
/// <item>Each renewal says what was heard, so that a change that was lost comes after all; a renewal that fails is soon tried again, and
/// reaches another activation of the owner when the first has died.</item>
/// <item>An owner that has nothing to tell from the beginning, or no longer exists, ends it.</item>
/// </list>
/// </summary>
internal sealed partial class LiveFeed(ILiveGrain owner, TenantId tenant, ILiveObserver observer, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PatienceAtFirst = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Guid listener = Guid.NewGuid();
    private readonly CancellationTokenSource stop = new();
    private LiveView view = LiveView.Unknown;
    private CancellationToken stopping;

    /// <summary>What is known now.</summary>
    public LiveView View => Volatile.Read(ref view);

    public TenantId Tenant => tenant;

    /// <summary>Those who watch here; <see cref="LiveFeeds"/> counts them.</summary>
    public int Watchers { get; set; }

    /// <summary>Step 2.</summary>
    public void Apply(LiveNotice notice) => Replace(known => known.With(notice));

    /// <summary>Nobody watches any more. To be called once.</summary>
    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    /// <summary>Begins to listen, until nobody watches or there is nothing to watch. It outlives the request that is the first to watch.</summary>
    public void Begin()
    {
        stopping = stop.Token;
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(RunAsync);
        }
    }

    private async Task RunAsync()
    {
        while (!stopping.IsCancellationRequested && View.Failure is null)
        {
            var pause = await RenewAsync();
            await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await LeaveAsync();
    }

    // Steps 1, 3 and 4
    private async Task<TimeSpan> RenewAsync()
    {
        var known = View;
        try
        {
            var subscription = new LiveSubscription(listener, observer, known.Position.Epoch, known.Position.Version);
            var state = await owner.WatchAsync(subscription).WaitAsync(known.IsKnown ? Patience : PatienceAtFirst, time, stopping);
            if (state.Failure is null)
            {
                Replace(now => now.With(state));
                return state.Lease / 4;
            }

            EndIf(!known.IsKnown || state.Failure.Code == ErrorCodes.NotFound, state.Failure);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            LogLost(exception);
            EndIf(!known.IsKnown, new Failure(ErrorCodes.ClusterUnavailable, Retryable: true));
        }
        catch (OperationCanceledException)
        {
            // Nobody watches any more.
        }

        return PauseAfterFailure;
    }

    private void EndIf(bool condition, Failure failure)
    {
        if (condition)
        {
            Replace(now => now with { Failure = failure });
        }
    }

    private void Replace(Func<LiveView, LiveView> change)
    {
        LiveView before;
        lock (gate)
        {
            before = view;
            var after = change(before);
            if (ReferenceEquals(before, after))
            {
                return;
            }

            Volatile.Write(ref view, after);
        }

        before.Outdate();
    }

    private async Task LeaveAsync()
    {
        try
        {
            await owner.UnwatchAsync(listener).WaitAsync(Patience, time);
        }
        catch (Exception exception)
        {
            // The lease ends by itself.
            LogLost(exception);
        }
    }

    [LoggerMessage(EventId = 2602, Level = LogLevel.Information, Message = "The owner of something that is watched here cannot be reached now.")]
    private partial void LogLost(Exception reason);
}

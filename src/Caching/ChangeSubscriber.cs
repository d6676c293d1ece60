using Bff.Contracts.Changes;
using Microsoft.Extensions.Logging;

namespace Bff.Caching;

/// <summary>
/// Keeps a subscription alive and finds out what it missed: batches are numbered, and each renewal says how far the hub has come. What
/// is still missing at the renewal after that one was lost.
/// </summary>
/// <param name="feed">What the listener holds.</param>
/// <param name="time">Paces the renewals.</param>
/// <param name="logger">Told of a hub that cannot be reached.</param>
public sealed partial class ChangeSubscriber(ChangeFeed feed, TimeProvider time, ILogger<ChangeSubscriber> logger)
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Guid listener = Guid.NewGuid();
    private Guid hub;
    private long received;
    private long promised;

    /// <summary>A batch has come.</summary>
    public void Received(ChangeBatch batch)
    {
        lock (gate)
        {
            // They are counted, because the highest number says nothing of gaps below it. One of a hub that has not introduced itself yet
            // does not count, and looks lost later: that costs a refill.
            received += batch.Hub == hub ? 1 : 0;
        }
    }

    /// <summary>Subscribes again and again until told to stop.</summary>
    /// <param name="subscribe">Asks the hub; grains cannot be named before the process has joined the cluster, so it is tried until it works.</param>
    /// <param name="missed">Something may have been lost; true when a new hub, which knows nothing of the old one, has taken over.</param>
    /// <param name="stopping">Ends it.</param>
    public async Task RunAsync(Func<Guid, Task<ChangeHubState>> subscribe, Action<bool> missed, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var pause = PauseAfterFailure;
            try
            {
                var state = await subscribe(listener).WaitAsync(stopping);
                Compare(state, missed);
                pause = state.Lease / 4;
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                // The cluster may be starting, electing or gone for a while: nothing else is to be done than to go on.
                LogUnreachable(logger, exception);
            }

            await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>As the other, with the hub of the cluster.</summary>
    /// <param name="grains">Names grains, once the process has joined the cluster.</param>
    /// <param name="observer">Where batches go to. Orleans holds it weakly: the caller keeps it.</param>
    /// <param name="missed">As above.</param>
    /// <param name="stopping">Ends it.</param>
    public Task RunAsync(Func<IGrainFactory> grains, IChangeObserver observer, Action<bool> missed, CancellationToken stopping)
    {
        IChangeObserver? reference = null;
        return RunAsync(
            id =>
            {
                reference ??= grains().CreateObjectReference<IChangeObserver>(observer);
                return grains().GetGrain<IChangeHubGrain>(0).SubscribeAsync(new ChangeSubscription(id, reference, feed));
            },
            missed,
            stopping);
    }

    private void Compare(ChangeHubState state, Action<bool> missed)
    {
        bool isFirst, isOther, isBehind;
        lock (gate)
        {
            isFirst = hub == Guid.Empty;
            isOther = state.Hub != hub;
            isBehind = received < promised;
            received = isOther || isBehind ? state.Sent : received;
            (hub, promised) = (state.Hub, state.Sent);
        }

        if (!isFirst && (isOther || isBehind))
        {
            missed(isOther);
        }
    }

    [LoggerMessage(EventId = 2402, Level = LogLevel.Information, Message = "The change hub cannot be reached now.")]
    private static partial void LogUnreachable(ILogger logger, Exception reason);
}

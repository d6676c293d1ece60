using Bff.Contracts.Changes;
using Microsoft.Extensions.Logging;

namespace Bff.Caching;

/// <summary>
/// Keeps a subscription alive and finds out what it missed:
/// <list type="number">
/// <item>Batches are numbered, and each renewal says how far the hub has come. What is still missing at the renewal after that one was lost.</item>
/// <item>What the hub had sent before the first subscription was missed.</item>
/// <item>A hub that takes over knows nothing of what its predecessor sent, so a holder of copies has missed it. Owners have not: whoever gave
/// the lost hub an order was told that not all had heard of it. They have missed what the new hub sent before they came to it.</item>
/// </list>
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
    /// <param name="missed">Something may have been lost.</param>
    /// <param name="stopping">Ends it.</param>
    public async Task RunAsync(Func<Guid, Task<ChangeHubState>> subscribe, Action missed, CancellationToken stopping)
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
    public Task RunAsync(Func<IGrainFactory> grains, IChangeObserver observer, Action missed, CancellationToken stopping)
    {
        IChangeObserver? reference = null;
        return RunAsync(
            id =>
            {
                reference ??= grains().CreateObjectReference<IChangeObserver>(observer);
                return grains().GetGrain<IChangeHubGrain>(0).SubscribeAsync(new ChangeSubscription(id, reference, feed) { LastHub = LastHub });
            },
            missed,
            stopping);
    }

    private Guid? LastHub
    {
        get
        {
            lock (gate)
            {
                return hub == Guid.Empty ? null : hub;
            }
        }
    }

    private void Compare(ChangeHubState state, Action missed)
    {
        bool isMissing;
        lock (gate)
        {
            var (isFirst, isOther, isBehind) = (hub == Guid.Empty, state.Hub != hub, received < promised);
            isMissing = isFirst ? state.Sent > 0
                : isOther ? feed is ChangeFeed.Copies || state.Sent > 0
                : isBehind;
            received = isOther || isBehind ? state.Sent : received;
            (hub, promised) = (state.Hub, state.Sent);
        }

        if (isMissing)
        {
            missed();
        }
    }

    [LoggerMessage(EventId = 2402, Level = LogLevel.Information, Message = "The change hub cannot be reached now.")]
    private static partial void LogUnreachable(ILogger logger, Exception reason);
}

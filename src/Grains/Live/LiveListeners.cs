using Bff.Contracts.Answers;
using Bff.Contracts.Live;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Live;

/// <summary>Who listens to one activation, and the numbers of what it has told.</summary>
internal sealed partial class LiveListeners(GrainId owner, LiveOwners shared)
{
    private readonly Guid epoch = Guid.NewGuid();
    private readonly string name = owner.ToString();
    private readonly Dictionary<Guid, (ILiveObserver Observer, long RenewedAt)> listeners = [];
    private long version;

    /// <summary>The last change that was told; null when there has been none.</summary>
    public LiveNotice? Latest { get; private set; }

    /// <summary>Somebody listens now.</summary>
    public bool Any()
    {
        foreach (var (id, (_, renewedAt)) in listeners)
        {
            if (shared.Clock.GetElapsedTime(renewedAt) > shared.Options.Lease)
            {
                listeners.Remove(id);
            }
        }

        return listeners.Count > 0;
    }

    /// <summary>Somebody listens, or still does.</summary>
    public void Renew(LiveSubscription subscription) => listeners[subscription.Listener] = (subscription.Observer, shared.Clock.GetTimestamp());

    /// <summary>Somebody does not listen any more.</summary>
    public void Remove(Guid listener) => listeners.Remove(listener);

    /// <summary>What a listener is told when it renews.</summary>
    public LiveState StateFor(LiveSubscription subscription) =>
        new(epoch, version, (subscription.Epoch, subscription.Version) == (epoch, version) ? null : Latest, shared.Options.Lease, null);

    /// <summary>What it is told while there is nothing to tell.</summary>
    public LiveState Failed(Failure failure) => new(epoch, version, null, shared.Options.Lease, failure);

    /// <summary>Tells all at once. Nobody waits: a slow gateway must not hold up the others, nor the owner.</summary>
    public void Publish(LiveValue value)
    {
        Latest = new LiveNotice(name, epoch, ++version, value);
        if (Any())
        {
            foreach (var (observer, _) in listeners.Values)
            {
                _ = SendAsync(observer, Latest);
            }
        }
    }

    private async Task SendAsync(ILiveObserver observer, LiveNotice notice)
    {
        try
        {
            await observer.ChangedAsync(notice);
        }
        catch (Exception exception)
        {
            // A gateway that has gone, or is slow: its lease ends by itself, and its next renewal brings what it has missed.
            LogNotReached(shared.Logger, exception);
        }
    }

    [LoggerMessage(EventId = 2601, Level = LogLevel.Information, Message = "A gateway that listens was not reached.")]
    private static partial void LogNotReached(ILogger logger, Exception reason);
}

/// <summary>Gives each activation its listeners.</summary>
internal sealed class LiveOwners(IOptions<LiveOptions> options, LiveTime time, LiveMetrics metrics, ILogger<LiveOwners> logger)
{
    public LiveOptions Options => options.Value;

    public TimeProvider Clock => time.Clock;

    public LiveMetrics Metrics => metrics;

    public ILogger Logger => logger;

    public LiveListeners For(GrainId owner) => new(owner, this);
}

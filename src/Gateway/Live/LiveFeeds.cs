using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Contracts.Live;
using Bff.Gateway.Graph.Errors;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Live;

/// <summary>Everything that is watched through this gateway: one feed for each owner, however many watch it.</summary>
internal sealed class LiveFeeds : ILiveObserver
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LiveFeed> feeds = [];
    private readonly IServiceProvider services;
    private readonly LiveFeedOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<LiveFeeds> logger;
    private ILiveObserver? reference;
    private int watchers;

    public LiveFeeds(IServiceProvider services, IOptions<LiveFeedOptions> options, IMeterFactory meters, TimeProvider time, ILogger<LiveFeeds> logger)
    {
        (this.services, this.options, this.time, this.logger) = (services, options.Value, time, logger);
        var meter = meters.Create("Bff.Live");
        meter.CreateObservableUpDownCounter("bff.live.feeds", () => feeds.Count, "{feed}", "Slot days and customers that are watched through this gateway.");
        meter.CreateObservableUpDownCounter("bff.live.watchers", () => watchers, "{watcher}", "Subscriptions that watch them.");
    }

    public Task ChangedAsync(LiveNotice notice)
    {
        LiveFeed? feed;
        lock (gate)
        {
            feeds.TryGetValue(notice.Owner, out feed);
        }

        feed?.Apply(notice);
        return Task.CompletedTask;
    }

    /// <summary>
    /// What an owner tells, beginning with how things are. A watcher that is slow is told less: it keeps its position only, and when the
    /// changes after it are not there any more it begins anew.
    /// </summary>
    /// <param name="owner">Who is watched.</param>
    /// <param name="tenant">Whose that is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FailureError">There is nothing to watch, or the tenant has enough.</exception>
    public async IAsyncEnumerable<LiveEvent> WatchAsync(ILiveGrain owner, TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = owner.GetGrainId().ToString();
        var feed = Join(name, owner, tenant);
        try
        {
            for (var position = default(LivePosition); ;)
            {
                var view = feed.View;
                if (view.After(position) is { } happened)
                {
                    position = happened.Position;
                    yield return happened;
                }
                else if (view.Failure is { } failure)
                {
                    throw new FailureError(failure);
                }
                else
                {
                    await view.Outdated.WaitAsync(cancellationToken);
                }
            }
        }
        finally
        {
            Leave(name, feed);
        }
    }

    private LiveFeed Join(string name, ILiveGrain owner, TenantId tenant)
    {
        lock (gate)
        {
            if (!feeds.TryGetValue(name, out var feed) || feed.View.Failure is not null)
            {
                if (feeds.Values.Count(other => other.Tenant == tenant) >= options.MaxPerTenant)
                {
                    throw new FailureError(new Failure(ErrorCodes.ConnectionLimit, Retryable: true));
                }

                reference ??= services.GetRequiredService<IGrainFactory>().CreateObjectReference<ILiveObserver>(this);
                feeds[name] = feed = new LiveFeed(owner, tenant, reference, time, logger);
                feed.Begin();
            }

            feed.Watchers++;
            watchers++;
            return feed;
        }
    }

    private void Leave(string name, LiveFeed feed)
    {
        lock (gate)
        {
            watchers--;
            if (--feed.Watchers > 0)
            {
                return;
            }

            if (feeds.TryGetValue(name, out var current) && ReferenceEquals(current, feed))
            {
                feeds.Remove(name);
            }
        }

        feed.Dispose();
    }
}

using System.Collections.Immutable;
using Bff.Caching;
using Bff.Contracts.Changes;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Changes;

/// <inheritdoc cref="IChangeHubGrain"/>
[GrainType("change-hub")]
internal sealed partial class ChangeHubGrain(CacheEnvironment environment, TimeProvider time, ILogger<ChangeHubGrain> logger) : Grain, IChangeHubGrain
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan PatienceWithListener = TimeSpan.FromSeconds(1);

    private readonly Guid hub = Guid.NewGuid();
    private readonly Dictionary<Guid, Listener> listeners = [];
    private readonly Dictionary<string, long> orders = [];
    private readonly Dictionary<ChangeFeed, long> sent = new() { [ChangeFeed.Copies] = 0, [ChangeFeed.Owners] = 0 };

    public Task PublishAsync(ImmutableArray<ChangeNotice> notices)
    {
        // Nobody waits: a slow gateway must not hold up the others, nor the owners.
        _ = SendAsync(ChangeFeed.Copies, notices);
        return Task.CompletedTask;
    }

    public Task<ChangeHubState> SubscribeAsync(ChangeSubscription subscription)
    {
        listeners[subscription.Listener] = new Listener(subscription, time.GetTimestamp());
        return Task.FromResult(new ChangeHubState(hub, sent[subscription.Feed], Lease));
    }

    public async Task<PurgeReport> PurgeAsync(PurgeOrder order)
    {
        if (order.Id is { } id && !IsNew(id))
        {
            return new PurgeReport(0, 0, 0, 0) { IsRepeated = true };
        }

        LogPurge(order.Tenant, order.Scope);
        var now = time.GetUtcNow();
        var owners = await SendAsync(ChangeFeed.Owners, [NoticeAt(environment.Clock.Next())]);

        // Later than the clock of every silo that has forgotten: what one of them answered before is older, whatever its clock says.
        var latest = environment.Clock.Next(owners.Max() ?? 0);
        var gateways = await SendAsync(ChangeFeed.Copies, [NoticeAt(latest)]);
        return new PurgeReport(owners.Count(reading => reading is not null), owners.Count, gateways.Count(reading => reading is not null), gateways.Count);

        ChangeNotice NoticeAt(long at) => new(order.Tenant, [new ChangeMark(order.Scope, at)], now);
    }

    private bool IsNew(string id)
    {
        foreach (var (known, at) in orders)
        {
            if (time.GetElapsedTime(at) > PurgeOrder.RememberedFor)
            {
                orders.Remove(known);
            }
        }

        return orders.TryAdd(id, time.GetTimestamp());
    }

    private async Task<IReadOnlyList<long?>> SendAsync(ChangeFeed feed, ImmutableArray<ChangeNotice> notices)
    {
        foreach (var (id, listener) in listeners)
        {
            if (time.GetElapsedTime(listener.SubscribedAt) > Lease)
            {
                listeners.Remove(id);
            }
        }

        var batch = new ChangeBatch(hub, ++sent[feed], notices);
        return await Task.WhenAll(listeners.Values.Where(listener => listener.Subscription.Feed == feed).Select(listener => SendAsync(listener, batch)).ToList());
    }

    private async Task<long?> SendAsync(Listener listener, ChangeBatch batch)
    {
        try
        {
            return await listener.Subscription.Observer.ApplyAsync(batch).WaitAsync(PatienceWithListener, time);
        }
        catch (Exception exception)
        {
            // A process that has gone, or is slow: its lease ends by itself, and its next renewal tells it that something is missing.
            LogNotReached(listener.Subscription.Feed, exception);
            return null;
        }
    }

    [LoggerMessage(EventId = 2403, Level = LogLevel.Information, Message = "Audit: {Tenant} is forgotten everywhere ({Scope}).")]
    private partial void LogPurge(Contracts.Keys.TenantId tenant, CacheTag? scope);

    [LoggerMessage(EventId = 2404, Level = LogLevel.Information, Message = "A listener of {Feed} was not reached.")]
    private partial void LogNotReached(ChangeFeed feed, Exception reason);

    private sealed record Listener(ChangeSubscription Subscription, long SubscribedAt);
}

using System.Collections.Immutable;
using Bff.Caching;
using Bff.Contracts.Changes;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Changes;

/// <inheritdoc cref="IChangeHubGrain"/>
[GrainType("change-hub")]
internal sealed partial class ChangeHubGrain(
    CacheEnvironment environment, ISiloStatusOracle members, TimeProvider time, ILogger<ChangeHubGrain> logger) : Grain, IChangeHubGrain
{
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(12);

    // Together what an order may take: a dead process is asked for as long as its lease lasts.
    internal static readonly TimeSpan PatienceWithOwners = TimeSpan.FromMilliseconds(500);
    internal static readonly TimeSpan PatienceWithCopies = TimeSpan.FromMilliseconds(500);

    private readonly Guid hub = Guid.NewGuid();
    private readonly long begun = time.GetTimestamp();
    private readonly OrderBook orders = new(time);
    private readonly Dictionary<Guid, Listener> listeners = [];
    private readonly Dictionary<ChangeFeed, long> sent = new() { [ChangeFeed.Copies] = 0, [ChangeFeed.Owners] = 0 };
    private bool isSuccessor;

    // Listeners come back within a quarter of the lease.
    private bool MayMissGateways => isSuccessor && time.GetElapsedTime(begun) < Lease / 2;

    public Task PublishAsync(ImmutableArray<ChangeNotice> notices)
    {
        // Nobody waits: a slow gateway must not hold up the others, nor the owners.
        _ = SendAsync(ChangeFeed.Copies, notices, PatienceWithCopies);
        return Task.CompletedTask;
    }

    public Task<ChangeHubState> SubscribeAsync(ChangeSubscription subscription)
    {
        isSuccessor |= subscription.LastHub is { } last && last != hub;
        listeners[subscription.Listener] = new Listener(subscription, time.GetTimestamp());
        return Task.FromResult(new ChangeHubState(hub, sent[subscription.Feed], Lease));
    }

    public Task<PurgeReport> PurgeAsync(PurgeOrder order) => order.Id is { } id ? orders.OnceAsync(id, order.GivenAt, () => ForgetAsync(order)) : ForgetAsync(order);

    private async Task<PurgeReport> ForgetAsync(PurgeOrder order)
    {
        LogPurge(order.Tenant, order.Scope);
        var now = time.GetUtcNow();
        var owners = await SendAsync(ChangeFeed.Owners, [NoticeAt(environment.Clock.Next())], PatienceWithOwners);

        // Later than the clock of every silo that has forgotten: what one of them answered before is older, whatever its clock says.
        var latest = environment.Clock.Next(owners.Max() ?? 0);
        var gateways = await SendAsync(ChangeFeed.Copies, [NoticeAt(latest)], PatienceWithCopies);

        // A silo that has not come to this hub yet still holds what it held.
        var silos = members.GetApproximateSiloStatuses(onlyActive: true).Count;
        return new PurgeReport(Reached(owners), Math.Max(owners.Count, silos), Reached(gateways), gateways.Count) { MayMissGateways = MayMissGateways };

        ChangeNotice NoticeAt(long at) => new(order.Tenant, [new ChangeMark(order.Scope, at)], now);
    }

    private static int Reached(IReadOnlyList<long?> readings) => readings.Count(reading => reading is not null);

    private async Task<IReadOnlyList<long?>> SendAsync(ChangeFeed feed, ImmutableArray<ChangeNotice> notices, TimeSpan patience)
    {
        foreach (var (id, listener) in listeners)
        {
            if (time.GetElapsedTime(listener.SubscribedAt) > Lease)
            {
                listeners.Remove(id);
            }
        }

        var batch = new ChangeBatch(hub, ++sent[feed], notices);
        return await Task.WhenAll(
            listeners.Values.Where(listener => listener.Subscription.Feed == feed).Select(listener => SendAsync(listener, batch, patience)).ToList());
    }

    private async Task<long?> SendAsync(Listener listener, ChangeBatch batch, TimeSpan patience)
    {
        try
        {
            return await listener.Subscription.Observer.ApplyAsync(batch).WaitAsync(patience, time);
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

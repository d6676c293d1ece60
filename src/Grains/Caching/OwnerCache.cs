using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Grains.Changes;
using Bff.Upstream.Operations;

namespace Bff.Grains.Caching;

/// <summary>
/// What one activation keeps: the only owner of these answers in the cluster, so a change made here is seen by every later reader.
/// It lives and dies with the activation.
/// </summary>
internal sealed class OwnerCache(TenantId tenant, bool personal, OwnerCaches shared)
{
    private const string Luggage = "bff.cache";

    // What one tenant's storefronts look at, and no more than fits into a message.
    private const int MostCarried = 256;

    private static readonly TimeSpan UsedWithin = TimeSpan.FromMinutes(1);

    private readonly TenantCache cache = new(shared.Environment, shared.Limits, shared.Space);
    private long purged = shared.Purges.Last;

    /// <summary>The kept answer of a v6 read, or a new one, fetched once for all who wait.</summary>
    /// <param name="operation">The read; its policy counts.</param>
    /// <param name="key">The question.</param>
    /// <param name="fetch">Asks v6.</param>
    /// <param name="atLeast">A change's mark: nothing fetched before it is given; nor before what the caller demands (<see cref="ReadFloor"/>).</param>
    public Task<Answer<T>> GetAsync<T>(V6Operation operation, CacheKey key, Func<CancellationToken, Task<Fetched<T>>> fetch, long atLeast = 0)
        where T : class
    {
        Purge();
        var floor = Math.Max(atLeast, ReadFloor.Current);
        return cache.GetAsync(tenant, key, shared.Policies.For(tenant, operation, personal), fetch, static (ask, limit) => ask(limit), floor).AsTask();
    }

    /// <summary>
    /// An answer made of others of this owner, so that putting it together is paid for once. It is never younger than the oldest of them, and
    /// stale when one of them is; while they are late it is served stale for no longer than it was fresh, because they bridge an outage themselves.
    /// </summary>
    /// <param name="operation">The read that the others come from; its policy bounds this one too.</param>
    /// <param name="key">The question.</param>
    /// <param name="derive">Makes it, of answers that are no older than the mark that it is given.</param>
    public Task<Answer<T>> DeriveAsync<T>(V6Operation operation, CacheKey key, Func<long, Task<Answer<T>>> derive)
        where T : class
    {
        Purge();
        var policy = shared.Policies.For(tenant, operation, personal);
        return cache.DeriveAsync(tenant, key, policy with { StaleIfError = policy.FreshFor }, derive, ReadFloor.Current).AsTask();
    }

    /// <summary>A mark of this moment, to demand something newer by.</summary>
    public long Mark() => shared.Environment.Clock.Next();

    /// <summary>
    /// Nothing of the scope that is older than this moment is served again. Gateways are told, unless it is one customer's: they hold no
    /// copies of that.
    /// </summary>
    public ChangeMark Drop(CacheTag? scope)
    {
        var mark = cache.Drop(tenant, scope);
        if (!personal)
        {
            shared.Publisher.Publish(tenant, mark);
        }

        return mark;
    }

    /// <summary>
    /// The activation ends because a silo leaves, its own or the one that knew where it is, and somebody may ask again soon for what is kept.
    /// </summary>
    public bool IsWorthMoving(DeactivationReason reason) =>
        reason.ReasonCode is DeactivationReasonCode.ShuttingDown or DeactivationReasonCode.DirectoryFailure
        && cache.IsInUse(tenant, UsedWithin) && cache.CountsOf(tenant).Found > 0;

    /// <summary>Packs what is kept.</summary>
    public void Leave(IDehydrationContext context)
    {
        Purge();
        var load = new CacheLoad();
        cache.Carry(tenant, load, MostCarried);
        context.TryAddValue(Luggage, load.Packed);
    }

    /// <summary>Takes what was kept elsewhere.</summary>
    public void Arrive(IRehydrationContext context)
    {
        if (!context.TryGetValue<CarriedCache>(Luggage, out var carried) || carried is null)
        {
            return;
        }

        foreach (var entry in carried.Entries)
        {
            entry.Unload(cache, tenant);
        }

        // An order may have come here before this activation, and there after it had packed: all that are known are done again.
        purged = shared.Purges.Oldest;
    }

    private void Purge()
    {
        if (purged == shared.Purges.Last)
        {
            return;
        }

        foreach (var scope in shared.Purges.Since(ref purged, tenant))
        {
            cache.Drop(tenant, scope);
        }
    }
}

/// <summary>Gives each activation its cache.</summary>
internal sealed class OwnerCaches(
    CachePolicies policies, CacheEnvironment environment, TenantCacheLimits limits, CacheSpace space, ChangePublisher publisher, PurgeLog purges)
{
    internal CachePolicies Policies { get; } = policies;

    internal CacheEnvironment Environment { get; } = environment;

    internal TenantCacheLimits Limits { get; } = limits;

    internal CacheSpace Space { get; } = space;

    internal ChangePublisher Publisher { get; } = publisher;

    internal PurgeLog Purges { get; } = purges;

    /// <summary>Of what all callers of a tenant share.</summary>
    public OwnerCache For(TenantId tenant) => new(tenant, personal: false, this);

    /// <summary>Of what one customer sees, also of operations that answer everybody.</summary>
    public OwnerCache For(CustomerKey customer) => new(customer.Tenant, personal: true, this);
}

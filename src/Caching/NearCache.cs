using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;

namespace Bff.Caching;

/// <summary>
/// A gateway's short-lived copies of what owners answered: for a few seconds at most, dropped earlier by change notices, and passed by
/// for a caller whose fence demands something newer. Version, age and staleness stay the owner's.
/// </summary>
/// <remarks>
/// Three things keep it right, each without the others: the short time bounds what a lost notice costs; a notice drops what is older
/// and sets aside a question to the owner that is under way; a fence protects the one who made the change from a notice that is late.
/// After a notice or a fence has demanded a version, an entry asks its owner for at least that one and takes nothing older.
/// </remarks>
public sealed class NearCache
{
    private readonly CacheEnvironment _environment;
    private readonly TenantCache _cache;

    /// <summary>An empty cache.</summary>
    /// <param name="environment">What every cache of a process shares.</param>
    /// <param name="limits">Its own bounds.</param>
    /// <param name="space">The bound that it shares with what it takes the place of; null when there is none.</param>
    public NearCache(CacheEnvironment environment, TenantCacheLimits? limits = null, CacheSpace? space = null)
    {
        _environment = environment;
        _cache = new TenantCache(environment, limits, space);
    }

    /// <summary>What is held of all tenants.</summary>
    public CacheCounts Counts => _cache.Counts;

    /// <summary>The owner's answer to <paramref name="key"/>, asked for once for all who ask this gateway at the same time.</summary>
    /// <param name="tenant">Whose data it is.</param>
    /// <param name="key">The question.</param>
    /// <param name="policy">Its fresh time is the near time to live (<see cref="CachePolicy.Near"/>); an answer's own freshness may shorten it.</param>
    /// <param name="fence">What this caller has changed.</param>
    /// <param name="state">Given to <paramref name="ask"/>.</param>
    /// <param name="ask">
    /// Asks the owner, passing on the least version; an owner that cannot be reached is a failed answer. With a static lambda a hit
    /// allocates nothing.
    /// </param>
    /// <param name="cancellationToken">Ends this caller's wait, nothing else.</param>
    public ValueTask<Answer<T>> GetAsync<T, TState>(
        TenantId tenant,
        CacheKey key,
        CachePolicy policy,
        Fence fence,
        TState state,
        Func<TState, long, CancellationToken, Task<Answer<T>>> ask,
        CancellationToken cancellationToken = default)
        where T : class =>
        _cache.Get<T, NearSource<T, TState>>(
            tenant, key, policy, new NearSource<T, TState>(_environment, policy, state, ask), key.LeastVersion(fence), cancellationToken);

    /// <summary>Drops what the notice says is outdated. Applying one twice, late or out of order does no harm.</summary>
    public void Apply(ChangeNotice notice)
    {
        foreach (var mark in notice.Marks)
        {
            _cache.Outdate(notice.Tenant, mark, drop: true);
        }
    }

    /// <summary>As <see cref="TenantCache.Trim"/>.</summary>
    public void Trim() => _cache.Trim();
}

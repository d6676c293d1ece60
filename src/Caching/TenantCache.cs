using System.Collections.Concurrent;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;

namespace Bff.Caching;

/// <summary>
/// Cached answers by tenant, area and arguments; it cannot be asked without a tenant. Bounded per tenant and in tenants; each entry is a
/// <see cref="CachedValue{T}"/>. Thread-safe. Reads of fresh entries take no lock.
/// </summary>
public sealed class TenantCache
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<TenantId, TenantPartition> _partitions = new();
    private readonly CacheEnvironment _environment;
    private readonly TenantCacheLimits _limits;
    private readonly CacheSpace? _space;
    private long _trimmed;

    /// <summary>An empty cache.</summary>
    /// <param name="environment">What every cache of a process shares.</param>
    /// <param name="limits">Its own bounds.</param>
    /// <param name="space">The bound that it shares with others; null when there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive.</exception>
    public TenantCache(CacheEnvironment environment, TenantCacheLimits? limits = null, CacheSpace? space = null)
    {
        _environment = environment;
        _space = space;
        _limits = (limits ?? new TenantCacheLimits()).Validated();
        _trimmed = environment.Time.GetTimestamp();
    }

    /// <summary>Tenants of which something is held.</summary>
    public int Tenants => _partitions.Count;

    /// <summary>What is held of all tenants.</summary>
    public CacheCounts Counts => _partitions.Values.Aggregate(default(CacheCounts), (sum, partition) => sum + partition.Counts);

    /// <summary>What is held of one tenant.</summary>
    public CacheCounts CountsOf(TenantId tenant) => _partitions.TryGetValue(tenant, out var partition) ? partition.Counts : default;

    /// <summary>The answer to <paramref name="key"/>: kept, or fetched once for all who ask at the same time.</summary>
    public ValueTask<Answer<T>> GetAsync<T>(
        TenantId tenant,
        CacheKey key,
        CachePolicy policy,
        Func<CancellationToken, Task<Fetched<T>>> fetch,
        CancellationToken cancellationToken = default)
        where T : class =>
        GetAsync(tenant, key, policy, fetch, static (ask, limit) => ask(limit), atLeast: 0, cancellationToken);

    /// <summary>As above, for a hot path: with a static <paramref name="fetch"/> a hit allocates nothing.</summary>
    /// <param name="tenant">Whose data it is.</param>
    /// <param name="key">The question.</param>
    /// <param name="policy">How long an answer lives; the one given with a fetch decides about its answer.</param>
    /// <param name="state">Given to the fetch.</param>
    /// <param name="fetch">Asks the source; see <see cref="CachedValue{T}.GetAsync(Func{CancellationToken, Task{Fetched{T}}}, CancellationToken)"/>.</param>
    /// <param name="atLeast">A change's mark: nothing fetched before it is served to this caller, not even when the source fails.</param>
    /// <param name="cancellationToken">Ends this caller's wait, nothing else.</param>
    public ValueTask<Answer<T>> GetAsync<T, TState>(
        TenantId tenant,
        CacheKey key,
        CachePolicy policy,
        TState state,
        Func<TState, CancellationToken, Task<Fetched<T>>> fetch,
        long atLeast = 0,
        CancellationToken cancellationToken = default)
        where T : class =>
        Get<T, OwnerSource<T, TState>>(
            tenant, key, policy, new OwnerSource<T, TState>(_environment, policy, state, fetch), atLeast, cancellationToken);

    /// <summary>
    /// The answer to <paramref name="key"/>, made of other answers that are kept too: it says itself how old it is, until when it is fresh and
    /// whether it is stale, and lives no longer than what it is made of.
    /// </summary>
    /// <param name="tenant">Whose data it is.</param>
    /// <param name="key">The question.</param>
    /// <param name="policy">Bounds how long an answer lives.</param>
    /// <param name="derive">Makes it, of nothing older than the version that it is given.</param>
    /// <param name="atLeast">A change's mark: nothing fetched before it is served to this caller.</param>
    /// <param name="cancellationToken">Ends this caller's wait, nothing else.</param>
    public ValueTask<Answer<T>> DeriveAsync<T>(
        TenantId tenant,
        CacheKey key,
        CachePolicy policy,
        Func<long, Task<Answer<T>>> derive,
        long atLeast = 0,
        CancellationToken cancellationToken = default)
        where T : class =>
        Get<T, NearSource<T, Func<long, Task<Answer<T>>>>>(
            tenant, key, policy, new(_environment, policy, derive, static (make, floor, _) => make(floor)), atLeast, cancellationToken);

    /// <summary>Puts a value that is known to be newer than all before, as if it had just been fetched.</summary>
    /// <returns>The change's mark, for notices and fences; lists of the area are not touched by it.</returns>
    public long Replace<T>(TenantId tenant, CacheKey key, CachePolicy policy, T value)
        where T : class
    {
        for (var again = false; ; again = true)
        {
            if (Entry<T>(tenant, key, policy, again).TryReplace(value, policy, out var mark))
            {
                return mark;
            }
        }
    }

    /// <summary>
    /// Nothing of the scope that is older than this moment is served to later callers: the entries named or tagged so, the lists of that
    /// area, and what was absent in it.
    /// </summary>
    /// <param name="tenant">Whose data changed.</param>
    /// <param name="scope">What changed; null for everything of the tenant.</param>
    /// <returns>The change's mark, for notices and fences.</returns>
    public ChangeMark Drop(TenantId tenant, CacheTag? scope = null) => Outdate(tenant, Mark(scope), drop: true);

    /// <summary>As <see cref="Drop"/>, but found values may still be served as stale when the source fails.</summary>
    public ChangeMark Expire(TenantId tenant, CacheTag? scope = null) => Outdate(tenant, Mark(scope), drop: false);

    /// <summary>Something was asked of the tenant within that time.</summary>
    public bool IsInUse(TenantId tenant, TimeSpan within) =>
        _partitions.TryGetValue(tenant, out var partition) && _environment.Time.GetElapsedTime(partition.LastUsed) <= within;

    /// <summary>Gives what is kept of a tenant to a carrier, what was asked for last first.</summary>
    public void Carry(TenantId tenant, ICacheCarrier carrier, int most)
    {
        if (_partitions.TryGetValue(tenant, out var partition))
        {
            partition.Carry(carrier, most);
        }
    }

    /// <summary>Takes over what another cache kept: it lives as long as it would have there.</summary>
    public void TakeOver<T>(TenantId tenant, CacheKey key, CachePolicy policy, Answer<T> answer)
        where T : class =>
        Entry<T>(tenant, key, policy, again: false).TakeOver(answer, policy);

    /// <summary>Forgets tenants that nobody asked about for a while, and those beyond the limit. It also happens by itself when new tenants come.</summary>
    public void Trim()
    {
        lock (_gate)
        {
            var now = _environment.Time.GetTimestamp();
            _trimmed = now;
            var surplus = _partitions.Count - _limits.Tenants;
            surplus = surplus > 0 ? surplus + (_limits.Tenants / 16) : 0;
            var eldestFirst = _partitions.Select(pair => (pair.Value.LastUsed, Pair: pair)).OrderBy(use => use.LastUsed);
            foreach (var (lastUsed, pair) in eldestFirst)
            {
                var idle = _environment.Time.GetElapsedTime(lastUsed, now) > _limits.IdleTenantFor;
                if (!idle && surplus <= 0)
                {
                    return;
                }

                if (pair.Value.TryRetire() && _partitions.TryRemove(pair))
                {
                    surplus--;
                }
            }
        }
    }

    internal ValueTask<Answer<T>> Get<T, TSource>(
        TenantId tenant, in CacheKey key, CachePolicy policy, TSource source, long atLeast, CancellationToken cancellationToken)
        where T : class
        where TSource : struct, ICacheSource<T>
    {
        for (var again = false; ; again = true)
        {
            if (Entry<T>(tenant, key, policy, again).TryGet(source, policy, atLeast, out var answer, cancellationToken))
            {
                return answer;
            }
        }
    }

    internal ChangeMark Outdate(TenantId tenant, ChangeMark change, bool drop)
    {
        if (_partitions.TryGetValue(tenant, out var partition))
        {
            partition.Outdate(change, drop);
        }

        return change;
    }

    private ChangeMark Mark(CacheTag? scope) => new(scope, _environment.Clock.Next());

    private CachedValue<T> Entry<T>(TenantId tenant, in CacheKey key, CachePolicy policy, bool again)
        where T : class
    {
        while (true)
        {
            var partition = _partitions.TryGetValue(tenant, out var known) ? known : Add(tenant);
            if (partition.Entry<T>(key, policy, again) is { } entry)
            {
                return entry;
            }

            // It was retired since; whoever did that is about to remove it.
            _partitions.TryRemove(new KeyValuePair<TenantId, TenantPartition>(tenant, partition));
        }
    }

    private TenantPartition Add(TenantId tenant)
    {
        var made = new TenantPartition(_environment, _limits, _space);
        var partition = _partitions.GetOrAdd(tenant, made);
        if (ReferenceEquals(partition, made))
        {
            _space?.Join(made);
        }

        if (_partitions.Count > _limits.Tenants || _environment.Time.GetElapsedTime(_trimmed) > _limits.IdleTenantFor / 4)
        {
            Trim();
        }

        return partition;
    }
}

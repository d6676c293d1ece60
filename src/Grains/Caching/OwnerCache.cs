using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Upstream.Operations;

namespace Bff.Grains.Caching;

/// <summary>
/// What one activation keeps: the only owner of these answers in the cluster, so a change made here is seen by every later reader.
/// It lives and dies with the activation.
/// </summary>
internal sealed class OwnerCache(TenantId tenant, CachePolicies policies, CacheEnvironment environment, TenantCacheLimits limits)
{
    private readonly TenantCache cache = new(environment, limits);

    /// <summary>The kept answer of a v6 read, or a new one, fetched once for all who wait.</summary>
    public Task<Answer<T>> GetAsync<T>(V6Operation operation, CacheKey key, Func<CancellationToken, Task<Fetched<T>>> fetch)
        where T : class =>
        cache.GetAsync(tenant, key, policies.For(tenant, operation), fetch).AsTask();

    /// <summary>Nothing of the scope that is older than this moment is served again.</summary>
    public ChangeMark Drop(CacheTag? scope) => cache.Drop(tenant, scope);
}

/// <summary>Gives each activation its cache.</summary>
internal sealed class OwnerCaches(CachePolicies policies, CacheEnvironment environment, TenantCacheLimits limits)
{
    public OwnerCache For(TenantId tenant) => new(tenant, policies, environment, limits);
}

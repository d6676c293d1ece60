using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Upstream.Operations;

namespace Bff.Grains.Caching;

/// <summary>
/// What one activation keeps: the only owner of these answers in the cluster, so a change made here is seen by every later reader.
/// It lives and dies with the activation.
/// </summary>
internal sealed class OwnerCache(TenantId tenant, bool personal, CachePolicies policies, CacheEnvironment environment, TenantCacheLimits limits)
{
    private readonly TenantCache cache = new(environment, limits);

    /// <summary>The kept answer of a v6 read, or a new one, fetched once for all who wait.</summary>
    /// <param name="operation">The read; its policy counts.</param>
    /// <param name="key">The question.</param>
    /// <param name="fetch">Asks v6.</param>
    /// <param name="atLeast">A change's mark: nothing fetched before it is given.</param>
    public Task<Answer<T>> GetAsync<T>(V6Operation operation, CacheKey key, Func<CancellationToken, Task<Fetched<T>>> fetch, long atLeast = 0)
        where T : class =>
        cache.GetAsync(tenant, key, policies.For(tenant, operation, personal), fetch, static (ask, limit) => ask(limit), atLeast).AsTask();

    /// <summary>Nothing of the scope that is older than this moment is served again.</summary>
    public ChangeMark Drop(CacheTag? scope) => cache.Drop(tenant, scope);
}

/// <summary>Gives each activation its cache.</summary>
internal sealed class OwnerCaches(CachePolicies policies, CacheEnvironment environment, TenantCacheLimits limits)
{
    /// <summary>Of what all callers of a tenant share.</summary>
    public OwnerCache For(TenantId tenant) => new(tenant, personal: false, policies, environment, limits);

    /// <summary>Of what one customer sees, also of operations that answer everybody.</summary>
    public OwnerCache For(CustomerKey customer) => new(customer.Tenant, personal: true, policies, environment, limits);
}

using Bff.Caching;
using Bff.Contracts.Keys;
using Bff.Grains.Tenancy;
using Bff.Upstream.Operations;

namespace Bff.Grains.Caching;

/// <summary>
/// How long the answer of each v6 operation is kept: the table of the contract (<see cref="V6Operations"/>), unless the tenant has a freshness of its own.
/// </summary>
internal sealed class CachePolicies(TenantDirectory tenants)
{
    /// <summary>The policy of an operation for a tenant.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="personal">The answer is kept for one customer, although others get one too.</param>
    /// <exception cref="InvalidOperationException">The operation is marked "never": keeping its answer would be a defect.</exception>
    public CachePolicy For(TenantId tenant, V6Operation operation, bool personal = false) =>
        Derive(operation, tenants.FreshForOverride(tenant, operation.Id), personal);

    /// <summary>The policy of the one operation that has no tenant: looking one up by domain.</summary>
    public static CachePolicy ForStorefronts { get; } = Derive(V6Operations.ResolveStorefrontDomain, freshFor: null);

    private static CachePolicy Derive(V6Operation operation, TimeSpan? freshFor, bool personal = false)
    {
        if (operation.CacheScope == V6CacheScope.Never || operation.FreshSeconds is not { } seconds)
        {
            throw new InvalidOperationException($"{operation.Id} must not be cached.");
        }

        var fresh = freshFor ?? TimeSpan.FromSeconds(seconds);
        return operation switch
        {
            _ when operation == V6Operations.ListServiceSlots => CachePolicy.Live(fresh),
            _ when personal || operation.CacheScope == V6CacheScope.Customer => CachePolicy.Personal(fresh),
            _ => CachePolicy.Catalog(fresh),
        };
    }
}

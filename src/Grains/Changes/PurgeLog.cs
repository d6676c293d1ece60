using Bff.Contracts.Changes;
using Bff.Contracts.Keys;

namespace Bff.Grains.Changes;

/// <summary>
/// Orders to forget that have reached this silo. Owners look at it before each answer and do what they have not done yet: so an order
/// reaches owners of which nobody keeps a list, such as those of customers. An owner that is further behind than the log forgets everything.
/// </summary>
internal sealed class PurgeLog
{
    private const int Length = 256;

    private readonly Lock gate = new();
    private readonly (TenantId? Tenant, CacheTag? Scope)[] orders = new (TenantId?, CacheTag?)[Length];
    private long last;

    /// <summary>Number of the last order.</summary>
    public long Last => Volatile.Read(ref last);

    /// <summary>Number before the first order that is still known.</summary>
    public long Oldest => Math.Max(0, Last - Length);

    /// <summary>Notes an order; null is every tenant.</summary>
    public void Add(TenantId? tenant, CacheTag? scope)
    {
        lock (gate)
        {
            orders[(last + 1) % Length] = (tenant, scope);
            Volatile.Write(ref last, last + 1);
        }
    }

    /// <summary>What a tenant's owner has to forget that has done all up to <paramref name="seen"/>; a null scope is everything.</summary>
    public IReadOnlyList<CacheTag?> Since(ref long seen, TenantId tenant) => Since(ref seen, other => other == tenant);

    /// <summary>As above, for what is of one of several tenants.</summary>
    public IReadOnlyList<CacheTag?> Since(ref long seen, Func<TenantId, bool> concerns)
    {
        lock (gate)
        {
            var missed = last - seen;
            var first = seen + 1;
            seen = last;
            return missed > Length
                ? [null]
                : [.. Enumerable.Range(0, (int)missed)
                    .Select(i => orders[(first + i) % Length])
                    .Where(order => order.Tenant is not { } tenant || concerns(tenant))
                    .Select(order => order.Scope)];
        }
    }
}

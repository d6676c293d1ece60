namespace Bff.Caching;

/// <summary>How much a <see cref="TenantCache"/> may hold. An entry with a fetch in flight is never removed and may exceed a bound until it lands.</summary>
public sealed record TenantCacheLimits
{
    /// <summary>Found values per tenant; beyond it the least recently used go. Default 1,000.</summary>
    public int EntriesPerTenant { get; init; } = 1_000;

    /// <summary>Remembered absences per tenant, apart from the values, so that asking for unknown ids cannot push those out. Default 100.</summary>
    public int AbsentPerTenant { get; init; } = 100;

    /// <summary>Tenants; beyond it the least recently used go. Default 10,000.</summary>
    public int Tenants { get; init; } = 10_000;

    /// <summary>A tenant that nobody asked about for this long is forgotten at the next <see cref="TenantCache.Trim"/>. Default 30 minutes.</summary>
    public TimeSpan IdleTenantFor { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>These limits, when all of them are positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not.</exception>
    public TenantCacheLimits Validated()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(EntriesPerTenant);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(AbsentPerTenant);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Tenants);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(IdleTenantFor, TimeSpan.Zero);
        return this;
    }
}

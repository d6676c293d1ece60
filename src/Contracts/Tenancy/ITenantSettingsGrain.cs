using Orleans.Concurrency;

namespace Bff.Contracts.Tenancy;

/// <summary>One activation is the settings of one tenant. Key: <see cref="Keys.TenantId"/>.</summary>
[GrainInterfaceType("tenant-settings")]
public interface ITenantSettingsGrain : IGrainWithStringKey
{
    /// <summary>Zone and currency of the tenant; the configured defaults when it has none of its own.</summary>
    [AlwaysInterleave, ReadOnly, Alias("get")]
    Task<TenantSettings> GetAsync();
}

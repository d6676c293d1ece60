using Bff.Contracts.Keys;
using Bff.Contracts.Tenancy;

namespace Bff.Grains.Tenancy;

[GrainType("tenant-settings")]
internal sealed class TenantSettingsGrain(TenantDirectory directory) : Grain, ITenantSettingsGrain
{
    public Task<TenantSettings> GetAsync() => Task.FromResult(directory.SettingsOf(TenantId.Parse(this.GetPrimaryKeyString())));
}

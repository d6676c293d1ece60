using Bff.Contracts.Cluster;
using Bff.Contracts.Keys;
using Bff.Upstream.Governing;

namespace Bff.Grains.Cluster;

/// <summary>The v6 client's way to the tenants' governors.</summary>
internal sealed class GrainGovernor(IGrainFactory grains, ILocalSiloDetails silo) : ITenantGovernor
{
    private readonly string name = silo.SiloAddress.ToParsableString();

    public Task<TenantGrant> LeaseAsync(TenantId tenant, TenantDemand demand) => Of(tenant).LeaseAsync(demand with { Silo = name });

    public Task TripAsync(TenantId tenant, string operation) => Of(tenant).TripAsync(operation);

    public Task<ProbeVerdict> AskProbeAsync(TenantId tenant, string operation) => Of(tenant).AskProbeAsync(operation);

    public Task EndProbeAsync(TenantId tenant, string operation, bool? worked) => Of(tenant).EndProbeAsync(operation, worked);

    private ITenantGovernorGrain Of(TenantId tenant) => grains.GetGrain<ITenantGovernorGrain>(tenant.Value);
}

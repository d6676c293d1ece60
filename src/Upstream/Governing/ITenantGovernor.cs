using Bff.Contracts.Cluster;
using Bff.Contracts.Keys;

namespace Bff.Upstream.Governing;

/// <summary>
/// What all silos share about a tenant's calls to v6. The grains bring it; without one a process governs itself. Any of these may throw:
/// then the process goes on by its small local share.
/// </summary>
internal interface ITenantGovernor
{
    /// <summary>Asks for permits, renews or gives back. <see cref="TenantDemand.Silo"/> is filled in by the implementation.</summary>
    Task<TenantGrant> LeaseAsync(TenantId tenant, TenantDemand demand);

    /// <summary>An operation failed too often: nobody shall call it for a while.</summary>
    Task TripAsync(TenantId tenant, string operation);

    /// <summary>Asks to try a broken operation again. One caller in the cluster gets <see cref="ProbeKind.Probe"/>.</summary>
    Task<ProbeVerdict> AskProbeAsync(TenantId tenant, string operation);

    /// <summary>How the probe went; null when its caller gave up before it could tell.</summary>
    Task EndProbeAsync(TenantId tenant, string operation, bool? worked);
}

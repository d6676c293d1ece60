using Bff.Contracts.Cluster;
using Bff.Contracts.Keys;

namespace Bff.Grains.Cluster;

/// <summary>
/// One activation is what the silos share about one tenant's calls to v6: who may have how many in flight, and which operations are
/// broken. Only silos ask it. Key: <see cref="TenantId"/>.
/// </summary>
[GrainInterfaceType("tenant-governor")]
internal interface ITenantGovernorGrain : IGrainWithStringKey
{
    /// <summary>Leases, renews or takes back permits. The sum over all silos never passes the tenant's.</summary>
    [Alias("lease")]
    Task<TenantGrant> LeaseAsync(TenantDemand demand);

    /// <summary>Opens an operation's breaker.</summary>
    [Alias("trip")]
    Task TripAsync(string operation);

    /// <summary>Whether the silo may try a broken operation; one at a time may.</summary>
    [Alias("ask-probe")]
    Task<ProbeVerdict> AskProbeAsync(string operation);

    /// <summary>How the probe went; null when it could not tell.</summary>
    [Alias("end-probe")]
    Task EndProbeAsync(string operation, bool? worked);
}

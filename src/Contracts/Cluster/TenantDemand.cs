namespace Bff.Contracts.Cluster;

/// <summary>How many calls to v6 a silo has and wants for one tenant.</summary>
/// <param name="Silo">Which silo: its address with generation, so that a restarted one is another.</param>
/// <param name="Sequence">The silo's timestamp, so that it grows with each demand; an older one that comes late changes nothing.</param>
/// <param name="InFlight">Calls under way.</param>
/// <param name="Held">Permits of the lease that the silo still admits calls by; 0 without one.</param>
/// <param name="Wanted">Permits that it could use; 0 gives the lease back.</param>
[GenerateSerializer, Immutable, Alias("bff.tenant-demand")]
public sealed record TenantDemand(
    [property: Id(0)] string Silo,
    [property: Id(1)] long Sequence,
    [property: Id(2)] int InFlight,
    [property: Id(3)] int Held,
    [property: Id(4)] int Wanted);

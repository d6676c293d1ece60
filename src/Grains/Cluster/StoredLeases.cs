namespace Bff.Grains.Cluster;

/// <summary>What an activation must know about the one before it: no lease goes beyond this without being written first.</summary>
[GenerateSerializer, Alias("bff.stored-leases")]
internal sealed class StoredLeases
{
    /// <summary>Most permits that are leased together; for silos of a build that does not know <see cref="Shares"/>.</summary>
    [Id(0)]
    public int Most { get; set; }

    /// <summary>When all of them must have come back.</summary>
    [Id(1)]
    public DateTimeOffset Until { get; set; }

    /// <summary>The most that each silo may be using, by <see cref="Contracts.Cluster.TenantDemand.Silo"/>.</summary>
    [Id(2)]
    public Dictionary<string, int> Shares { get; set; } = [];
}

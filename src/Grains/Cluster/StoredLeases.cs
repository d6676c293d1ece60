namespace Bff.Grains.Cluster;

/// <summary>What an activation must know about the one before it: no lease goes beyond these two without being written first.</summary>
[GenerateSerializer, Alias("bff.stored-leases")]
internal sealed class StoredLeases
{
    /// <summary>Most permits that are leased together.</summary>
    [Id(0)]
    public int Most { get; set; }

    /// <summary>When all of them must have come back.</summary>
    [Id(1)]
    public DateTimeOffset Until { get; set; }
}

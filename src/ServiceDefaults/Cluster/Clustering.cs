namespace Bff.ServiceDefaults.Cluster;

/// <summary>How silos and gateways find each other, and where grains keep what must outlive them.</summary>
public enum Clustering
{
    /// <summary>One silo on this machine, everything in memory.</summary>
    Localhost,

    /// <summary>Membership, sessions and receipts in the Redis of section <c>Redis</c>; several silos and gateways.</summary>
    Redis,
}

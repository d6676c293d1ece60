using System.ComponentModel.DataAnnotations;

namespace Bff.Silo.Cluster;

/// <summary>
/// How fast the cluster notices a dead silo. A silo is dead after about <see cref="ProbeTimeoutSeconds"/> ×
/// <see cref="MissedProbes"/>; lower is faster, and too low kills healthy silos on a starved machine. Section <c>Cluster:Membership</c>.
/// </summary>
public sealed class MembershipOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Cluster:Membership";

    /// <summary>Time between probes of another silo, and how long one may take, in seconds. Default 2.</summary>
    [Range(0.5, 60, ErrorMessage = "must be 0.5 to 60 seconds.")]
    public double ProbeTimeoutSeconds { get; set; } = 2;

    /// <summary>Probes that must fail in a row before a silo is suspected. Default 3.</summary>
    [Range(1, 20, ErrorMessage = "must be 1 to 20.")]
    public int MissedProbes { get; set; } = 3;

    /// <summary>
    /// Time between a silo's signs of life in the membership table, in seconds; after three without one, a joining silo no longer waits
    /// for it. Decides how long the replacement of a cluster's only silo takes. Default 2.
    /// </summary>
    [Range(1, 300, ErrorMessage = "must be 1 to 300 seconds.")]
    public double IAmAliveSeconds { get; set; } = 2;

    /// <summary>Time between reads of the membership table, in seconds, should the other silos' gossip be lost. Default 10.</summary>
    [Range(1, 600, ErrorMessage = "must be 1 to 600 seconds.")]
    public double TableRefreshSeconds { get; set; } = 10;

    /// <summary>Age at which a dead silo's row leaves the table, in minutes; the table is looked through twice in this time. Default 60.</summary>
    [Range(0.05, 10_080, ErrorMessage = "must be 0.05 to 10080 minutes.")]
    public double ForgetDeadMinutes { get; set; } = 60;

    /// <summary>How long another silo's reply to a grain call may take, in seconds: more than a mutation's time at v6. Default 30.</summary>
    [Range(1, 300, ErrorMessage = "must be 1 to 300 seconds.")]
    public double ResponseTimeoutSeconds { get; set; } = 30;

    /// <summary>How long a connection to another silo may take to open, in seconds. Default 1.</summary>
    [Range(0.1, 60, ErrorMessage = "must be 0.1 to 60 seconds.")]
    public double ConnectTimeoutSeconds { get; set; } = 1;
}

using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.Cluster;

/// <summary>How this gateway finds the silos and how long it waits for them. Section <c>Cluster</c>, the same as a silo's.</summary>
public sealed class ClusterClientOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Cluster";

    /// <summary>TCP port of the silo on this machine, for <c>Cluster:Clustering=Localhost</c>. Default 30000.</summary>
    [Range(1, 65535, ErrorMessage = "must be a TCP port.")]
    public int GatewayPort { get; set; } = 30000;

    /// <summary>Time between reads of the list of silos, in seconds. Default 2.</summary>
    [Range(1, 300, ErrorMessage = "must be 1 to 300 seconds.")]
    public double SiloListRefreshSeconds { get; set; } = 2;

    /// <summary>How long a grain's reply to a mutation may take, in seconds: more than v6's time, or outcomes are unknown without need; less than <c>Gateway:Limits:OperationTimeoutSeconds</c>, or its client is told no outcome at all. Default 12.</summary>
    [Range(1, 300, ErrorMessage = "must be 1 to 300 seconds.")]
    public double ResponseTimeoutSeconds { get; set; } = 12;

    /// <summary>How long a connection to a silo may take to open, in seconds. Default 1.</summary>
    [Range(0.1, 60, ErrorMessage = "must be 0.1 to 60 seconds.")]
    public double ConnectTimeoutSeconds { get; set; } = 1;
}

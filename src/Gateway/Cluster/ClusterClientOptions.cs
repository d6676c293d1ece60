using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.Cluster;

/// <summary>How this gateway finds the silos. Section <c>Cluster</c>, the same as a silo's.</summary>
public sealed class ClusterClientOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Cluster";

    /// <summary>The cluster to join. Default <c>bff</c>.</summary>
    [Required]
    public string ClusterId { get; set; } = "bff";

    /// <summary>The service within it. Default <c>bff</c>.</summary>
    [Required]
    public string ServiceId { get; set; } = "bff";

    /// <summary>TCP port of the silo on this machine. Default 30000.</summary>
    [Range(1, 65535)]
    public int GatewayPort { get; set; } = 30000;
}

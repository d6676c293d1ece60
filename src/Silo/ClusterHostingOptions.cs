using System.ComponentModel.DataAnnotations;

namespace Bff.Silo;

/// <summary>How this silo meets the others. Section <c>Cluster</c>.</summary>
public sealed class ClusterHostingOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Cluster";

    /// <summary>Silos with the same id form a cluster. Default <c>bff</c>.</summary>
    [Required]
    public string ClusterId { get; set; } = "bff";

    /// <summary>Name under which state is stored; survives a change of <see cref="ClusterId"/>. Default <c>bff</c>.</summary>
    [Required]
    public string ServiceId { get; set; } = "bff";

    /// <summary>TCP port for other silos. Default 11111.</summary>
    [Range(1, 65535)]
    public int SiloPort { get; set; } = 11111;

    /// <summary>TCP port for gateways. Default 30000.</summary>
    [Range(1, 65535)]
    public int GatewayPort { get; set; } = 30000;
}

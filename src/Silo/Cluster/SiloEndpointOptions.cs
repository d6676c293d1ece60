using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Bff.Silo.Cluster;

/// <summary>Where other silos and the gateways reach this silo. Section <c>Cluster</c>.</summary>
public sealed class SiloEndpointOptions : IValidatableObject
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Cluster";

    /// <summary>TCP port for other silos. Default 11111.</summary>
    [Range(1, 65535, ErrorMessage = "must be a TCP port.")]
    public int SiloPort { get; set; } = 11111;

    /// <summary>TCP port for gateways. Default 30000.</summary>
    [Range(1, 65535, ErrorMessage = "must be a TCP port.")]
    public int GatewayPort { get; set; } = 30000;

    /// <summary>
    /// IP address that others are told: the pod's, from the downward API. Default: the first address of this machine that is not loopback.
    /// Without meaning for <c>Cluster:Clustering=Localhost</c>.
    /// </summary>
    public string? AdvertisedAddress { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(AdvertisedAddress) && !IPAddress.TryParse(AdvertisedAddress, out _))
        {
            yield return new("must be an IP address.", [nameof(AdvertisedAddress)]);
        }

        if (SiloPort == GatewayPort)
        {
            yield return new("must differ from SiloPort.", [nameof(GatewayPort)]);
        }
    }
}

using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Bff.Gateway.Edge;

/// <summary>
/// Which proxies in front of this gateway are believed when they say, by <c>X-Forwarded-For</c>, whom they speak for. Limits per address
/// count nobody apart without it: all customers behind an ingress have its address. Section <c>Gateway:Proxies</c>.
/// </summary>
internal sealed class ProxyOptions : IValidatableObject
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Gateway:Proxies";

    /// <summary>
    /// Networks, as address/prefix length, that only our own proxies connect from. Default none: the header is ignored, because any
    /// client can send it.
    /// </summary>
    public IList<string> Networks { get; } = [];

    /// <summary>
    /// How many proxies stand one behind the other. So many entries are read, from the right, each as long as the one before came from a
    /// trusted network: what a client wrote stands further left and is not believed. Default 1. 1 to 10.
    /// </summary>
    [Range(1, 10, ErrorMessage = "must be 1 to 10.")]
    public int Hops { get; set; } = 1;

    /// <summary>The networks, read.</summary>
    public IEnumerable<IPNetwork> Trusted() => Networks.Select(IPNetwork.Parse);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Networks.All(IsNetwork))
        {
            yield return new("must be networks as address/prefix length, such as 10.0.0.0/8, and not the whole address space.", [nameof(Networks)]);
        }
    }

    private static bool IsNetwork(string text) => IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0;
}

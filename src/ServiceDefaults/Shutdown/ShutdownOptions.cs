using System.ComponentModel.DataAnnotations;

namespace Bff.ServiceDefaults.Shutdown;

/// <summary>
/// How a host leaves: readiness goes off, the load balancer gets time to see it, then work in flight finishes. The pod's
/// <c>terminationGracePeriodSeconds</c> must exceed the sum of both. Section <c>Shutdown</c>.
/// </summary>
public sealed class ShutdownOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Shutdown";

    /// <summary>
    /// How long the host still takes new requests after its readiness went off, in seconds: at least the load balancer's probe
    /// period times its failure threshold. Default 0, which suits a host that nothing balances to.
    /// </summary>
    [Range(0, 300, ErrorMessage = "must be 0 to 300 seconds.")]
    public double NotReadySeconds { get; set; }

    /// <summary>How long work in flight may take to finish, in seconds; what is left then is cut off. Default 30.</summary>
    [Range(1, 600, ErrorMessage = "must be 1 to 600 seconds.")]
    public double DrainSeconds { get; set; } = 30;
}

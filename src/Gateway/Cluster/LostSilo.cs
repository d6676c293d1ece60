using Orleans.Runtime.Messaging;

namespace Bff.Gateway.Cluster;

/// <summary>Tells the loss of a silo from a defect.</summary>
internal static class LostSilo
{
    /// <summary>The call got no reply because of the silo or the way to it, not because of the grain.</summary>
    public static bool Explains(Exception exception) =>
        exception is OrleansMessageRejectionException or SiloUnavailableException or ConnectionFailedException or TimeoutException;
}

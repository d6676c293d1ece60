using System.Net;
using System.Net.Sockets;

namespace Bff.SystemTests.Harness;

/// <summary>Free TCP ports on loopback.</summary>
internal static class Ports
{
    /// <summary>A port that was free a moment ago; below the range that the kernel gives to outgoing connections, which would take it meanwhile.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: try another.
            }
        }
    }
}

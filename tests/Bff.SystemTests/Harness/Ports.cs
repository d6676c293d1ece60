using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Bff.SystemTests.Harness;

/// <summary>Free TCP ports on loopback.</summary>
internal static class Ports
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>
    /// A port that was free a moment ago, and that nobody else here was given: who got one before may not listen yet. Below the range that the
    /// kernel gives to outgoing connections, which would take it meanwhile.
    /// </summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            if (!Given.TryAdd(port, true))
            {
                continue;
            }

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

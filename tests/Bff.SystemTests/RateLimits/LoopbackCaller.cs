using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.RateLimits;

/// <summary>A caller with an address of its own: all of 127.0.0.0/8 is this machine.</summary>
internal sealed class LoopbackCaller(IPAddress address)
{
    public HttpClient Connect(Host gateway) => new(new SocketsHttpHandler { ConnectCallback = ConnectAsync }) { BaseAddress = gateway.Http.BaseAddress };

    /// <summary>One that changes nothing and asks nobody, but is counted as any other.</summary>
    public static HttpContent Mutation() => JsonContent.Create(new { query = "mutation { __typename }" });

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

using System.Net.Sockets;
using System.Text;

namespace Bff.Tests.Overload;

/// <summary>A request that has come in and whose body has not: the gateway waits for it.</summary>
internal sealed class HeldRequest(Uri gateway, string tenant) : IAsyncDisposable
{
    private const string Body = """{"query":"{ __typename }"}""";
    private readonly TcpClient client = new();

    /// <summary>Sends the head and waits until the gateway asks for the body, which it does once the request has its place.</summary>
    public async Task BeginAsync()
    {
        await client.ConnectAsync(gateway.Host, gateway.Port);
        var head = $"POST /graphql HTTP/1.1\r\nHost: {gateway.Authority}\r\nX-Company-Id: {tenant}\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {Body.Length}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        (await ReadAsync()).ShouldStartWith("HTTP/1.1 100");
    }

    /// <summary>Sends the body and waits for the reply.</summary>
    public async ValueTask DisposeAsync()
    {
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Body));
        using var reader = new StreamReader(client.GetStream());
        (await reader.ReadToEndAsync()).ShouldContain("HTTP/1.1 200");
        client.Dispose();
    }

    private async Task<string> ReadAsync()
    {
        var buffer = new byte[1024];
        return Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer));
    }
}

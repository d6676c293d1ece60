using System.Net.WebSockets;
using System.Text;

namespace Bff.SystemTests.Harness;

/// <summary>A client's WebSocket that is open and idle.</summary>
internal sealed class OpenSocket : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[4096];
    private Task<int?>? closing;

    /// <summary>Opens one (graphql-transport-ws) and waits until the gateway has acknowledged it.</summary>
    public static async Task<OpenSocket> ToAsync(Host gateway)
    {
        var open = new OpenSocket();
        open.socket.Options.AddSubProtocol("graphql-transport-ws");
        open.socket.Options.SetRequestHeader("X-Company-Id", "load-00001");
        using var deadline = new CancellationTokenSource(Patience);
        await open.socket.ConnectAsync(new UriBuilder(gateway.Http.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, deadline.Token);
        await open.socket.SendAsync(Encoding.UTF8.GetBytes("""{"type":"connection_init"}"""), WebSocketMessageType.Text, endOfMessage: true, deadline.Token);
        var reply = await open.socket.ReceiveAsync(open.buffer, deadline.Token);
        Encoding.UTF8.GetString(open.buffer, 0, reply.Count).ShouldContain("connection_ack");
        open.closing = open.ReadToEndAsync();
        return open;
    }

    /// <summary>With which code the gateway has closed it.</summary>
    public Task<int?> CloseCodeAsync() => closing!.WaitAsync(Patience);

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<int?> ReadToEndAsync()
    {
        while (true)
        {
            var reply = await socket.ReceiveAsync(buffer, CancellationToken.None);
            if (reply.MessageType is WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                return (int?)reply.CloseStatus;
            }
        }
    }
}

using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Bff.Tests.RealTime;

/// <summary>A client of <c>graphql-transport-ws</c> that can also break its rules.</summary>
internal sealed class SocketClient : IDisposable
{
    private const string Subprotocol = "graphql-transport-ws";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket socket = new();

    /// <summary>Why the gateway closed the connection; null while it is open.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    /// <summary>Status of the refused upgrade.</summary>
    public int UpgradeStatus => (int)socket.HttpStatusCode;

    /// <summary>Opens a WebSocket and says nothing.</summary>
    public static async Task<SocketClient> OpenAsync(Uri gateway, string? subprotocol = Subprotocol, params (string Name, string Value)[] headers)
    {
        var client = new SocketClient();
        await client.ConnectAsync(gateway, subprotocol, headers);
        return client;
    }

    /// <summary>Opens one and is acknowledged.</summary>
    public static async Task<SocketClient> StartAsync(Uri gateway, object? payload = null, params (string Name, string Value)[] headers)
    {
        var client = await OpenAsync(gateway, Subprotocol, headers);
        await client.SendAsync(new { type = "connection_init", payload });
        (await client.ReadAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
        return client;
    }

    public async Task ConnectAsync(Uri gateway, string? subprotocol = Subprotocol, params (string Name, string Value)[] headers)
    {
        if (subprotocol is not null)
        {
            socket.Options.AddSubProtocol(subprotocol);
        }

        foreach (var (name, value) in headers)
        {
            socket.Options.SetRequestHeader(name, value);
        }

        socket.Options.CollectHttpResponseDetails = true;
        using var deadline = new CancellationTokenSource(Deadline);
        await socket.ConnectAsync(new UriBuilder(gateway) { Scheme = "ws", Path = "/graphql" }.Uri, deadline.Token);
    }

    public Task SendAsync(object message) => SendTextAsync(JsonSerializer.Serialize(message));

    public async Task SendTextAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), type, endOfMessage: true, deadline.Token);
    }

    public Task SubscribeAsync(string id, string query, object? variables = null) => SendAsync(new { id, type = "subscribe", payload = new { query, variables } });

    /// <summary>Asks over and over and reads nothing, until the connection breaks or the test has seen enough; gives how often.</summary>
    public async Task<int> FloodAsync(string id, string query, CancellationToken enough)
    {
        var message = JsonSerializer.SerializeToUtf8Bytes(new { id, type = "subscribe", payload = new { query } });
        for (var asked = 0; ; asked++)
        {
            try
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, enough);
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
            {
                return asked;
            }
        }
    }

    /// <summary>The next message; null when the gateway has closed.</summary>
    public async Task<JsonElement?> TryReadAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var message = new MemoryStream();
        var buffer = new byte[16_384];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), deadline.Token);
            if (part.MessageType is WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, deadline.Token);
                return null;
            }

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonDocument.Parse(message.ToArray()).RootElement;
            }
        }
    }

    public async Task<JsonElement> ReadAsync() => await TryReadAsync() ?? throw new InvalidOperationException($"Closed with {CloseCode}: {socket.CloseStatusDescription}");

    /// <summary>Reads on until the gateway closes, and gives its code.</summary>
    public async Task<int?> ReadToCloseAsync()
    {
        while (await TryReadAsync() is not null)
        {
        }

        return CloseCode;
    }

    /// <summary>The payload of the next message, which must be of this type and operation.</summary>
    public async Task<JsonElement> ReadAsync(string type, string id)
    {
        var message = await ReadAsync();
        message.GetProperty("type").GetString().ShouldBe(type, message.ToString());
        message.GetProperty("id").GetString().ShouldBe(id, message.ToString());
        return message.TryGetProperty("payload", out var payload) ? payload : default;
    }

    /// <summary>Runs one operation that gives one answer: its result, or the array of errors that stand for it.</summary>
    public async Task<JsonElement> AskAsync(string query, string id = "1")
    {
        await SubscribeAsync(id, query);
        var message = await ReadAsync();
        if (message.GetProperty("type").GetString() == "next")
        {
            await ReadAsync("complete", id);
        }

        return message.GetProperty("payload");
    }

    public async Task CloseAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, deadline.Token);
    }

    public void Dispose() => socket.Dispose();
}

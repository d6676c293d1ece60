using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using Bff.Tests.Graph;
using Microsoft.AspNetCore.Hosting;

namespace Bff.Tests.Edge;

/// <summary>HTTP/2 without TLS on a port of its own, as a proxy speaks it to the gateway (h2c by prior knowledge, RFC 9113, section 3.3).</summary>
public sealed class Http2Tests : IAsyncLifetime
{
    private readonly SampleSchema schema = new();
    private TestGateway gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await TestGateway.StartAsync(schema.Compose, builder =>
    {
        // As docs/operations.md says: what a proxy speaks HTTP/2 to is a port of its own.
        builder.Configuration["Kestrel:Endpoints:H2c:Url"] = "http://127.0.0.1:0";
        builder.Configuration["Kestrel:Endpoints:H2c:Protocols"] = "Http2";
        builder.WebHost.UseKestrel();
    });

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task Operations_are_answered_over_one_connection()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync("{ open }")));

        replies.ShouldAllBe(reply => reply.Version == HttpVersion.Version20 && reply.Text == """{"data":{"open":"open"}}""");
    }

    [Fact]
    public async Task A_WebSocket_is_a_stream_of_the_connection()
    {
        // RFC 8441: extended CONNECT.
        using var socket = new ClientWebSocket { Options = { HttpVersion = HttpVersion.Version20, HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact } };
        socket.Options.AddSubProtocol("graphql-transport-ws");
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        await socket.ConnectAsync(new UriBuilder(gateway.Client.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, invoker, TestContext.Current.CancellationToken);

        await socket.SendAsync("""{"type":"ping"}"""u8.ToArray(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        var buffer = new byte[100];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);

        Encoding.UTF8.GetString(buffer.AsSpan(0, received.Count)).ShouldBe("""{"type":"pong"}""");
    }

    private async Task<(Version Version, string Text)> AskAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = JsonContent.Create(new { query }),
        };
        using var response = await gateway.Client.SendAsync(request);
        return (response.Version, await response.Content.ReadAsStringAsync());
    }
}

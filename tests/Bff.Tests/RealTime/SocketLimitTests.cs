using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Bff.Tests.Auth;
using Bff.Tests.Graph;

namespace Bff.Tests.RealTime;

/// <summary>What a WebSocket may ask of the gateway: all that holds over HTTP, and how many there may be.</summary>
public sealed class SocketLimitTests
{
    private static readonly Dictionary<string, string> Tenant = new() { ["x-company-id"] = TestGateway.Tenant };

    [Theory]
    [InlineData("Gateway:Limits:MaxTokens", "20", "{ a:open b:open c:open d:open e:open f:open g:open }", "LIMIT_EXCEEDED")]
    [InlineData("Gateway:Limits:MaxCost", "20", "{ nodes(first: 100) { id } }", "COST_EXCEEDED")]
    [InlineData("Gateway:TrustedDocuments:Mode", "Enforce", "{ open }", "DOCUMENT_NOT_TRUSTED")]
    [InlineData("Gateway:Edge:Introspection", "Off", "{ __schema { queryType { name } } }", "INTROSPECTION_DISABLED")]
    public async Task The_limits_of_HTTP_hold_for_each_operation(string key, string value, string query, string code)
    {
        await using var gateway = await LiveGateway.StartAsync((key, value));
        using var client = await gateway.ConnectAsync();

        Code(await client.AskAsync(query)).ShouldBe(code);
    }

    [Fact]
    public async Task Operations_and_new_connections_count_for_the_rate_limits()
    {
        await using var gateway = await LiveGateway.StartAsync(("Gateway:RateLimits:CallerPerSecond", "2"));
        using var client = await gateway.ConnectAsync();
        for (var i = 0; i < 3; i++)
        {
            await client.AskAsync("{ personal }");
        }

        var refused = await client.AskAsync("{ personal }");
        using var next = new SocketClient();
        await Should.ThrowAsync<WebSocketException>(() => next.ConnectAsync(gateway.Address));

        Code(refused).ShouldBe("RATE_LIMITED");
        next.UpgradeStatus.ShouldBe(429);
    }

    [Fact]
    public async Task One_operation_too_many_is_refused_and_the_others_go_on()
    {
        await using var gateway = await LiveGateway.StartAsync(("Gateway:RealTime:MaxOperations", "2"));
        using var client = await gateway.ConnectAsync();
        await client.SubscribeAsync("a", "subscription { feed { text } }");
        await client.SubscribeAsync("b", "subscription { feed { text } }");

        var refused = await client.AskAsync("{ open }", "c");
        await client.SendAsync(new { id = "b", type = "complete" });
        await gateway.ListenersBecomeAsync(1);
        await Eventually.BecomesAsync(async () => (await client.AskAsync("{ open }", "c")).ValueKind is JsonValueKind.Object, "there is room again");

        Code(refused).ShouldBe("CONNECTION_LIMIT");
        gateway.Schema.Publish("still here");
        (await client.ReadAsync("next", "a")).Data("feed").GetProperty("text").GetString().ShouldBe("still here");
    }

    [Fact]
    public async Task A_tenant_has_so_many_connections_and_a_place_is_free_when_one_has_gone()
    {
        await using var gateway = await LiveGateway.StartAsync(("Gateway:RealTime:MaxConnectionsPerTenant", "1"));
        using var first = await gateway.ConnectAsync();
        using var second = await SocketClient.OpenAsync(gateway.Address);
        await second.SendAsync(new { type = "connection_init", payload = Tenant });

        (await second.ReadToCloseAsync()).ShouldBe(1013);
        using var other = await SocketClient.StartAsync(gateway.Address, new Dictionary<string, string> { ["X-Company-Id"] = "yoga-berlin" });
        await first.CloseAsync();
        await Eventually.BecomesAsync(
            async () =>
            {
                using var third = await SocketClient.OpenAsync(gateway.Address);
                await third.SendAsync(new { type = "connection_init", payload = Tenant });
                return await third.TryReadAsync() is not null;
            },
            "the place is free");
    }

    [Fact]
    public async Task A_gateway_has_so_many_connections_also_of_clients_that_have_said_nothing()
    {
        await using var gateway = await LiveGateway.StartAsync(("Gateway:RealTime:MaxConnections", "1"));
        using var first = await SocketClient.OpenAsync(gateway.Address);
        using var second = new SocketClient();

        await Should.ThrowAsync<WebSocketException>(() => second.ConnectAsync(gateway.Address));

        second.UpgradeStatus.ShouldBe(503);
    }

    [Fact]
    public async Task One_address_has_so_many_connections_of_either_kind_and_a_place_is_free_when_one_has_gone()
    {
        await using var gateway = await LiveGateway.StartAsync(("Gateway:RealTime:MaxConnectionsPerAddress", "2"));
        using var first = await gateway.ConnectAsync();
        var stream = await StreamAsync(gateway);
        using var refused = await StreamAsync(gateway);
        using var third = new SocketClient();

        await Should.ThrowAsync<WebSocketException>(() => third.ConnectAsync(gateway.Address));

        stream.StatusCode.ShouldBe(HttpStatusCode.OK);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await TestGateway.ReadAsync(refused)).Code().ShouldBe("CONNECTION_LIMIT");
        third.UpgradeStatus.ShouldBe(503);
        stream.Dispose();
        await Eventually.BecomesAsync(
            async () =>
            {
                using var again = await StreamAsync(gateway);
                return again.StatusCode is HttpStatusCode.OK;
            },
            "the place is free");
    }

    [Theory]
    [InlineData("Gateway:RealTime:MaxConnections")]
    [InlineData("Gateway:RealTime:MaxConnectionsPerTenant")]
    public async Task Event_streams_take_places_as_WebSockets_do(string setting)
    {
        await using var gateway = await LiveGateway.StartAsync((setting, "1"));
        using var open = await StreamAsync(gateway);
        using var refused = await StreamAsync(gateway);

        open.StatusCode.ShouldBe(HttpStatusCode.OK);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Operations_beyond_the_bound_count_for_the_rate_limits_too()
    {
        await using var gateway = await LiveGateway.StartAsync(("Gateway:RealTime:MaxOperations", "1"), ("Gateway:RateLimits:CallerPerSecond", "5"));
        using var client = await gateway.ConnectAsync();
        await client.SubscribeAsync("a", "subscription { feed { text } }");
        await gateway.ListenersBecomeAsync(1);
        var codes = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            codes.Add(Code(await client.AskAsync("{ open }", "b")));
        }

        // Ten at once are allowed; the connection and the subscription were two of them.
        codes.ShouldBe([.. Enumerable.Repeat("CONNECTION_LIMIT", 8), .. Enumerable.Repeat("RATE_LIMITED", 4)]);
    }

    [Fact]
    public async Task A_client_that_asks_for_more_than_it_reads_is_not_read_any_more()
    {
        await using var gateway = await LiveGateway.StartAsync(("Gateway:RealTime:MaxOperations", "1"), ("Gateway:RateLimits:CallerPerSecond", "0"));
        using var client = await gateway.ConnectAsync();
        await client.SubscribeAsync("a", "subscription { feed { text } }");
        await gateway.ListenersBecomeAsync(1);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var asked = client.FloodAsync("b", "{ open }", patience.Token);

        // Each of its questions is answered before the next is read: when it does not read the answers, it is closed, and nothing was piled up.
        await gateway.PassTimeUntilAsync(gateway.ListenersBecomeAsync(0), step: 0.5);
        await patience.CancelAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{await asked} questions");
    }

    [Fact]
    public async Task A_peer_that_has_vanished_is_found_out()
    {
        await using var gateway = await LiveGateway.StartAsync(("Gateway:RealTime:KeepAliveSeconds", "1"), ("Gateway:RealTime:InitTimeoutSeconds", "600"));
        using var peer = new TcpClient();
        await peer.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        var stream = peer.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /graphql HTTP/1.1\r\nHost: {gateway.Address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"));

        // It takes what comes and answers nothing: not even a ping frame (RFC 6455, section 5.5.2).
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var received = new List<byte>();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, deadline.Token) is > 0 and var read)
            {
                received.AddRange(buffer.AsSpan(0, read));
            }
        }
        catch (IOException)
        {
            // Cut, not closed.
        }

        deadline.IsCancellationRequested.ShouldBeFalse("the gateway believes in it still");
        Encoding.ASCII.GetString([.. received]).ShouldStartWith("HTTP/1.1 101");
        received.ShouldContain((byte)0x89, "it was asked whether it lives");
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_its_source_back_and_is_closed()
    {
        await using var gateway = await LiveGateway.StartAsync();
        using var client = await gateway.ConnectAsync();
        await client.SubscribeAsync("a", "subscription { flood { text } }");
        await gateway.ListenersBecomeAsync(1);

        await gateway.PassTimeUntilAsync(gateway.ListenersBecomeAsync(0), step: 0.5);

        // What the kernel takes for a connection, and no more: 200 KB for each event.
        gateway.Schema.Flooded.ShouldBeLessThan(200);
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData(null, true)]
    [InlineData("self", true)]
    public async Task A_page_of_a_foreign_origin_gets_no_connection_whether_it_has_cookies_or_not(string? origin, bool isLetIn)
    {
        await using var gateway = await LiveGateway.StartAsync();
        (string, string)[] headers = origin is null ? [] : [("Origin", origin == "self" ? $"http://{gateway.Address.Authority}" : origin)];
        using var client = new SocketClient();

        var opening = client.ConnectAsync(gateway.Address, "graphql-transport-ws", headers);

        if (isLetIn)
        {
            await opening;
            return;
        }

        await Should.ThrowAsync<WebSocketException>(() => opening);
        client.UpgradeStatus.ShouldBe(403);
    }

    [Fact]
    public async Task Without_a_tenant_only_the_schema_itself_can_be_asked_and_two_that_differ_are_no_tenant()
    {
        await using var gateway = await LiveGateway.StartAsync();
        using var client = await SocketClient.StartAsync(gateway.Address);
        using var torn = await SocketClient.OpenAsync(gateway.Address, "graphql-transport-ws", ("X-Company-Id", "yoga-berlin"));
        await torn.SendAsync(new { type = "connection_init", payload = Tenant });

        Code(await client.AskAsync("{ open }")).ShouldBe("TENANT_REQUIRED");
        (await client.AskAsync("{ __typename }")).Data("__typename").GetString().ShouldBe("Query");
        (await torn.ReadToCloseAsync()).ShouldBe(4400);
    }

    private static async Task<HttpResponseMessage> StreamAsync(LiveGateway gateway)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "subscription { feed { text } }" }) };
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        return await gateway.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static string Code(JsonElement errors) => errors[0].GetProperty("extensions").GetProperty("code").GetString()!;
}

using System.Net.WebSockets;
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
    [InlineData("Gateway:Edge:Introspection", "false", "{ __schema { queryType { name } } }", "INTROSPECTION_DISABLED")]
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

    private static string Code(JsonElement errors) => errors[0].GetProperty("extensions").GetProperty("code").GetString()!;
}

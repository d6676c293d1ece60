using System.Net.WebSockets;
using System.Text.Json;
using Bff.Tests.Graph;

namespace Bff.Tests.RealTime;

/// <summary>graphql-transport-ws, https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md, message by message.</summary>
public sealed class SocketProtocolTests : IAsyncLifetime
{
    private LiveGateway gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await LiveGateway.StartAsync(("Gateway:RealTime:MaxMessageBytes", "4096"));

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task Queries_mutations_and_subscriptions_are_answered_on_one_connection()
    {
        using var client = await gateway.ConnectAsync();

        (await client.AskAsync("{ personal }")).Data("personal").GetString().ShouldBe("personal");
        (await client.AskAsync("mutation { touch { text } }")).Data("touch").GetProperty("text").GetString().ShouldBe("touched");
        await client.SubscribeAsync("s", "subscription($to: Int!) { count(to: $to) { text } }", new { to = 3 });
        for (var i = 1; i <= 3; i++)
        {
            (await client.ReadAsync("next", "s")).Data("count").GetProperty("text").GetString().ShouldBe($"{i}");
        }

        await client.ReadAsync("complete", "s");
    }

    [Theory]
    [InlineData("nonsense", 4400)]
    [InlineData("[]", 4400)]
    [InlineData("", 4400)]
    [InlineData("""{"type":"start"}""", 4400)]
    [InlineData("""{"type":"connection_init","payload":"x"}""", 4400)]
    [InlineData("""{"type":"connection_init","payload":{"X-Company-Id":1}}""", 4400)]
    [InlineData("""{"type":"connection_init","payload":{"authorization":"a","Authorization":"b"}}""", 4400)]
    [InlineData("""{"type":"connection_init","payload":{"authorization":"Basic abc"}}""", 4403)]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":"{ open }"}}""", 4401)]
    public async Task A_first_message_against_the_protocol_closes_the_connection(string message, int code)
    {
        using var client = await SocketClient.OpenAsync(gateway.Address);

        await client.SendTextAsync(message);

        (await client.ReadToCloseAsync()).ShouldBe(code);
    }

    [Theory]
    [InlineData("""{"type":"connection_init"}""", 4429)]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ open }"}}""", 4400)]
    [InlineData("""{"id":"","type":"subscribe","payload":{"query":"{ open }"}}""", 4400)]
    [InlineData("""{"id":"1","type":"subscribe"}""", 4400)]
    [InlineData("""{"id":"1","type":"subscribe","payload":{}}""", 4400)]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":"{ open }","variables":[]}}""", 4400)]
    [InlineData("""{"type":"complete"}""", 4400)]
    [InlineData("""{"type":"ping","payload":1}""", 4400)]
    public async Task A_later_message_against_the_protocol_closes_the_connection(string message, int code)
    {
        using var client = await gateway.ConnectAsync();

        await client.SendTextAsync(message);

        (await client.ReadToCloseAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task A_second_operation_under_a_name_in_use_closes_the_connection_and_ends_the_first()
    {
        using var client = await gateway.ConnectAsync();
        await client.SubscribeAsync("a", "subscription { feed { text } }");
        await gateway.ListenersBecomeAsync(1);

        await client.SubscribeAsync("a", "{ open }");

        (await client.ReadToCloseAsync()).ShouldBe(4409);
        await gateway.ListenersBecomeAsync(0);
    }

    [Fact]
    public async Task A_message_that_is_too_large_or_no_text_closes_the_connection()
    {
        using var large = await gateway.ConnectAsync();
        using var binary = await gateway.ConnectAsync();

        await large.SendAsync(new { type = "ping", payload = new { text = new string('x', 5_000) } });
        await binary.SendTextAsync("""{"type":"ping"}""", WebSocketMessageType.Binary);

        (await large.ReadToCloseAsync()).ShouldBe(1009);
        (await binary.ReadToCloseAsync()).ShouldBe(4400);
    }

    [Fact]
    public async Task A_client_that_says_nothing_is_closed_after_its_time_and_one_that_has_spoken_is_not()
    {
        using var silent = await SocketClient.OpenAsync(gateway.Address);
        using var spoken = await gateway.ConnectAsync();

        var closed = silent.ReadToCloseAsync();
        await gateway.PassTimeUntilAsync(closed);

        silent.CloseCode.ShouldBe(4408);
        (await spoken.AskAsync("{ open }")).Data("open").GetString().ShouldBe("open");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Another_subprotocol_is_not_spoken(string? subprotocol)
    {
        using var client = new SocketClient();
        try
        {
            await client.ConnectAsync(gateway.Address, subprotocol);
        }
        catch (WebSocketException)
        {
            // A client may give up by itself when none of its subprotocols is taken.
            return;
        }

        (await client.ReadToCloseAsync()).ShouldBe(4406);
    }

    [Fact]
    public async Task A_ping_is_answered_with_what_it_carries_also_before_init()
    {
        using var client = await SocketClient.OpenAsync(gateway.Address);

        await client.SendTextAsync("""{"type":"ping","payload":{"n":1}}""");
        await client.SendTextAsync("""{"type":"pong"}""");
        await client.SendTextAsync("""{"type":"ping"}""");

        (await client.ReadAsync()).ToString().ShouldBe("""{"type":"pong","payload":{"n":1}}""");
        (await client.ReadAsync()).ToString().ShouldBe("""{"type":"pong"}""");
    }

    [Fact]
    public async Task A_subscription_that_is_stopped_ends_its_source_and_frees_its_name()
    {
        using var client = await gateway.ConnectAsync();
        await client.SubscribeAsync("a", "subscription { feed { text } }");
        gateway.Schema.Publish("first");
        (await client.ReadAsync("next", "a")).Data("feed").GetProperty("text").GetString().ShouldBe("first");

        await client.SendAsync(new { id = "a", type = "complete" });
        await gateway.ListenersBecomeAsync(0);

        (await client.AskAsync("{ open }", "a")).Data("open").GetString().ShouldBe("open");
    }

    [Fact]
    public async Task A_subscription_ends_with_the_connection()
    {
        using var client = await gateway.ConnectAsync();
        await client.SubscribeAsync("a", "subscription { feed { text } }");
        await gateway.ListenersBecomeAsync(1);

        await client.CloseAsync();

        await gateway.ListenersBecomeAsync(0);
    }

    [Fact]
    public async Task An_event_that_fails_is_told_and_the_subscription_goes_on()
    {
        using var client = await gateway.ConnectAsync();

        await client.SubscribeAsync("a", "subscription { count(to: 3) { picky } }");

        (await client.ReadAsync("next", "a")).Data("count").GetProperty("picky").GetString().ShouldBe("1");
        (await client.ReadAsync("next", "a")).Code().ShouldBe("UPSTREAM_TIMEOUT");
        (await client.ReadAsync("next", "a")).Data("count").GetProperty("picky").GetString().ShouldBe("3");
        await client.ReadAsync("complete", "a");
    }

    [Fact]
    public async Task A_source_that_breaks_or_does_not_begin_ends_its_subscription_with_an_error_that_leaks_nothing()
    {
        using var client = await gateway.ConnectAsync();

        await client.SubscribeAsync("a", "subscription { broken { text } }");
        await client.ReadAsync("next", "a");
        var broken = await client.ReadAsync("error", "a");
        var refused = await client.AskAsync("subscription { refused { text } }");

        Code(broken).ShouldBe("INTERNAL_ERROR");
        broken.ToString().ShouldNotContain("secret");
        Code(refused).ShouldBe("UNAUTHENTICATED");
    }

    [Theory]
    [InlineData("{ open", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ nope }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { count(to: 1) { text } feed { text } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { count(to: 1) @skip(if: true) { text } }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task An_operation_that_cannot_be_run_is_answered_with_an_error_and_the_connection_goes_on(string query, string code)
    {
        using var client = await gateway.ConnectAsync();

        var errors = await client.AskAsync(query);

        Code(errors).ShouldBe(code);
        (await client.AskAsync("{ open }")).Data("open").GetString().ShouldBe("open");
    }

    [Fact]
    public async Task When_the_gateway_stops_clients_are_told_to_connect_again()
    {
        using var client = await gateway.ConnectAsync();
        await client.SubscribeAsync("a", "subscription { feed { text } }");
        await gateway.ListenersBecomeAsync(1);

        var stopped = gateway.StopAsync();

        var code = client.ReadToCloseAsync();
        await gateway.PassTimeUntilAsync(Task.WhenAll(code, stopped), step: 0.001);
        (await code).ShouldBe(1012);
    }

    private static string Code(JsonElement errors) => errors[0].GetProperty("extensions").GetProperty("code").GetString()!;
}

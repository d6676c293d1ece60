using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bff.Tests.Graph;

namespace Bff.Tests.RealTime;

/// <summary>GraphQL over Server-Sent Events, distinct connections mode.</summary>
public sealed class EventStreamTests : IAsyncLifetime
{
    private const string EventStream = "text/event-stream";

    private LiveGateway gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await LiveGateway.StartAsync();

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task Each_event_of_a_subscription_is_sent_and_then_its_end(string method)
    {
        using var response = await SendAsync("subscription { count(to: 2) { text } }", method);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(EventStream);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await ReadAsync(response)).ShouldBe(["next 1", "next 2", "complete"]);
    }

    [Fact]
    public async Task Queries_and_mutations_are_streams_of_one()
    {
        using var query = await SendAsync("{ open }");
        using var mutation = await SendAsync("mutation { touch { text } }");

        (await query.Content.ReadAsStringAsync()).ShouldEndWith("event: next\ndata: {\"data\":{\"open\":\"open\"}}\n\nevent: complete\ndata: \n\n");
        (await mutation.Content.ReadAsStringAsync()).ShouldContain("touched");
        gateway.Schema.Sample.Changes.ShouldBe(1);
    }

    [Theory]
    [InlineData("{ nope }", "next GRAPHQL_VALIDATION_FAILED", "complete")]
    [InlineData("subscription { refused { text } }", "next UNAUTHENTICATED", "complete")]
    [InlineData("subscription { broken { text } }", "next before", "next INTERNAL_ERROR", "complete")]
    public async Task What_goes_wrong_with_the_operation_is_told_in_the_stream(string query, params string[] events)
    {
        using var response = await SendAsync(query);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(response)).ShouldBe(events);
    }

    [Fact]
    public async Task A_mutation_by_get_is_405_and_changes_nothing()
    {
        using var response = await SendAsync("mutation { touch { text } }", "GET");

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await TestGateway.ReadAsync(response)).Code().ShouldBe("METHOD_NOT_ALLOWED");
        gateway.Schema.Sample.Changes.ShouldBe(0);
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.NotAcceptable)]
    [InlineData("application/graphql-response+json, application/json, text/event-stream, multipart/mixed", HttpStatusCode.OK)]
    public async Task A_subscription_needs_a_client_that_takes_a_stream_if_only_as_its_last_choice(string accept, HttpStatusCode status)
    {
        using var subscription = await SendAsync("subscription { count(to: 1) { text } }", accept: accept);
        using var query = await SendAsync("{ open }", accept: accept);

        subscription.StatusCode.ShouldBe(status);
        query.Content.Headers.ContentType!.MediaType.ShouldNotBe(EventStream);
        if (status is HttpStatusCode.NotAcceptable)
        {
            (await TestGateway.ReadAsync(subscription)).Code().ShouldBe("STREAM_REQUIRED");
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task A_page_of_a_foreign_origin_cannot_subscribe(string method)
    {
        using var response = await SendAsync("subscription { feed { text } }", method, headers: ("Origin", "https://evil.example"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await TestGateway.ReadAsync(response)).Code().ShouldBe("CROSS_SITE_REFUSED");
    }

    [Fact]
    public async Task A_quiet_stream_says_that_it_is_alive_and_an_abandoned_one_ends_its_source()
    {
        using (var response = await SendAsync("subscription { feed { text } }"))
        {
            await gateway.ListenersBecomeAsync(1);
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            (await reader.ReadLineAsync()).ShouldBe(":");
            (await reader.ReadLineAsync()).ShouldBe("");

            var comment = reader.ReadLineAsync();
            await gateway.PassTimeUntilAsync(comment, step: 5);
            (await comment).ShouldBe(":");
        }

        await gateway.ListenersBecomeAsync(0);
    }

    [Fact]
    public async Task When_the_gateway_stops_a_stream_ends_without_its_end_so_that_clients_ask_again()
    {
        using var response = await SendAsync("subscription { feed { text } }");
        await gateway.ListenersBecomeAsync(1);

        var read = ReadAsync(response);
        await gateway.PassTimeUntilAsync(gateway.StopAsync(), step: 0.001);

        (await read).ShouldBeEmpty();
    }

    private async Task<HttpResponseMessage> SendAsync(string query, string method = "POST", string accept = EventStream, params (string Name, string Value)[] headers)
    {
        var isGet = method == "GET";
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql" + (isGet ? "?query=" + Uri.EscapeDataString(query) : ""))
        {
            Content = isGet ? null : JsonContent.Create(new { query }),
        };
        foreach (var (name, value) in headers.Append(("Accept", accept)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await gateway.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    // Each event with the one text or error code in it.
    private static async Task<List<string>> ReadAsync(HttpResponseMessage response)
    {
        List<string> events = [];
        var blocks = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        foreach (var lines in blocks.Where(block => block != ":").Select(block => block.Split('\n')))
        {
            lines[0].ShouldStartWith("event: ");
            lines[1].ShouldStartWith("data: ");
            events.Add($"{lines[0]["event: ".Length..]} {Gist(lines[1]["data: ".Length..])}".Trim());
        }

        return events;
    }

    private static string Gist(string data)
    {
        if (data.Length == 0)
        {
            return "";
        }

        var reply = JsonDocument.Parse(data).RootElement;
        return reply.TryGetProperty("errors", out _) ? reply.Code() : reply.GetProperty("data").EnumerateObject().First().Value.GetProperty("text").GetString()!;
    }
}

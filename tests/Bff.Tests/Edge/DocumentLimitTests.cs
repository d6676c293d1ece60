using System.Diagnostics;
using System.Net.Http.Json;
using Bff.Gateway.Graph;
using Bff.Tests.Graph;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Edge;

public sealed class DocumentLimitTests : IAsyncLifetime
{
    private static readonly TimeSpan Goal = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(500);

    private readonly SampleSchema schema = new();
    private TestGateway gateway = null!;

    public static TheoryData<string> NamesWithinLimits => [.. HostileDocuments.WithinLimits().Select(document => document.Name)];

    public static TheoryData<string> Names => [.. HostileDocuments.All().Select(document => document.Name)];

    public async ValueTask InitializeAsync() =>
        gateway = await TestGateway.StartAsync(schema.Compose, builder => builder.Configuration["Gateway:Edge:MaxBodyBytes"] = "4000000");

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_document_is_refused_in_a_few_words_and_nothing_is_asked(string name)
    {
        var reply = await gateway.QueryAsync(Document(name));

        reply.Code().ShouldBeOneOf("LIMIT_EXCEEDED", "COST_EXCEEDED", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED");
        reply.TryGetProperty("data", out _).ShouldBeFalse();
        reply.GetProperty("errors").GetArrayLength().ShouldBeLessThanOrEqualTo(10);
        reply.GetRawText().Length.ShouldBeLessThan(8_000);
        schema.Fetches.ShouldBe(0);
    }

    // The goal is 10 ms; the slack is for a busy machine. What it really takes is printed by ./bench.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_document_costs_little_time(string name)
    {
        var engine = gateway.Services.GetRequiredService<GraphEngine>();

        (await FastestAsync(engine, Document(name), refused: true)).ShouldBeLessThan(Slack);
    }

    [Theory]
    [MemberData(nameof(NamesWithinLimits))]
    public async Task A_document_that_stays_within_all_limits_costs_little_time_too(string name)
    {
        var engine = gateway.Services.GetRequiredService<GraphEngine>();

        (await FastestAsync(engine, HostileDocuments.WithinLimits().First(document => document.Name == name).Document, refused: false)).ShouldBeLessThan(Slack);
    }

    [Fact]
    public async Task The_product_s_schema_makes_none_of_them_dearer()
    {
        await using var product = await TestGateway.StartAsync(ProductSchema.Compose, builder => builder.Configuration["Gateway:Edge:Introspection"] = "On");
        var engine = product.Services.GetRequiredService<GraphEngine>();
        var slow = new List<string>();
        foreach (var (name, document) in HostileDocuments.All().Concat(HostileDocuments.OfProduct()))
        {
            var took = await FastestAsync(engine, document, refused: true);
            TestContext.Current.TestOutputHelper!.WriteLine($"{took.TotalMilliseconds:0.0} ms  {name}");
            if (took > Slack)
            {
                slow.Add($"{name}: {took.TotalMilliseconds:0} ms");
            }
        }

        slow.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sign_begins_a_number_as_the_parser_reads_it()
    {
        (await gateway.QueryAsync("{ echo(text: [" + string.Concat(Enumerable.Repeat("1-", 5_000)) + "1]) }")).Code().ShouldBe("LIMIT_EXCEEDED");
        (await gateway.QueryAsync("{ nodes(first: 1e-1) { id } }")).Code().ShouldBe("GRAPHQL_VALIDATION_FAILED");
    }

    [Fact]
    public async Task An_operation_that_is_called_fragment_is_an_operation()
    {
        var operations = string.Concat(Enumerable.Range(0, 10).Select(i => $"query q{i} {{ open }} "));

        (await gateway.QueryAsync(operations + "query fragment { open }")).Code().ShouldBe("LIMIT_EXCEEDED");
        (await gateway.QueryAsync("query fragment { ...fragment } fragment fragment on Query { open }")).Data("open").GetString().ShouldBe("open");
    }

    [Theory]
    [InlineData("query")]
    [InlineData("operationName")]
    [InlineData("variable")]
    [InlineData("extension")]
    public async Task What_a_client_says_at_length_is_not_said_back(string where)
    {
        var text = new string('x', 200_000);
        object body = where switch
        {
            "query" => new { query = "{ echo(text: \"" + text[..60_000] + "\", nope: 1) }" },
            "operationName" => new { query = "query A { open } query B { brief }", operationName = text },
            "variable" => new { query = "query($n: Int) { nodes(first: $n) { id } }", variables = new { n = text } },
            _ => new { extensions = new { persistedQuery = new { version = 1, sha256Hash = text } } },
        };

        using var response = await gateway.Client.PostAsync("/graphql", JsonContent.Create(body));

        var reply = await TestGateway.ReadAsync(response);
        reply.TryGetProperty("errors", out _).ShouldBeTrue();
        reply.GetRawText().Length.ShouldBeLessThan(2_000);
    }

    [Fact]
    public async Task A_reply_has_ten_errors_at_most_whether_values_cannot_be_read_or_fields_fail()
    {
        var aliases = string.Concat(Enumerable.Range(0, 20).Select(i => $"a{i}: nodes(first: $n{i}) {{ id }} "));
        var variables = string.Concat(Enumerable.Range(0, 20).Select(i => $"$n{i}: Int! "));

        var unread = await gateway.QueryAsync($"query({variables}) {{ {aliases}}}");
        var failed = await gateway.QueryAsync("{ nodes(first: 50) { fails } }");

        unread.GetProperty("errors").GetArrayLength().ShouldBe(10);
        unread.Code().ShouldBe("BAD_USER_INPUT");
        failed.GetProperty("errors").GetArrayLength().ShouldBe(10);
        failed.GetProperty("data").GetProperty("nodes").GetArrayLength().ShouldBe(50);
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_not_gone_on_with()
    {
        var time = new FakeTimeProvider();
        var other = new SampleSchema { OnName = number => time.Advance(number == 3 ? TimeSpan.FromSeconds(60) : TimeSpan.Zero) };
        await using var timed = await TestGateway.StartAsync(other.Compose, builder => builder.Services.AddSingleton<TimeProvider>(time));

        var reply = await timed.QueryAsync("{ personal nodes(first: 1000) { name } }");

        reply.Code().ShouldBe("REQUEST_TIMEOUT");
        other.Names.ShouldBe(3);
    }

    [Fact]
    public async Task A_member_that_comes_twice_in_a_body_is_read_once()
    {
        using var content = new StringContent("""{"query":"{ nope }","query":"{ open }","variables":{"a":1,"a":2}}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var response = await gateway.Client.PostAsync("/graphql", content);

        (await TestGateway.ReadAsync(response)).Data("open").GetString().ShouldBe("open");
    }

    [Theory]
    [InlineData(33)]
    [InlineData(50_000)]
    public async Task Variables_that_nest_too_deep_are_no_request(int depth)
    {
        var nested = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));
        using var content = new StringContent("{\"query\":\"{ open }\",\"variables\":{\"a\":" + nested + "}}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var response = await gateway.Client.PostAsync("/graphql", content);

        (await TestGateway.ReadAsync(response)).Code().ShouldBe("BAD_REQUEST");
    }

    [Fact]
    public async Task The_cost_of_a_kept_document_is_worked_out_anew_from_variables()
    {
        const string query = "query($n: Int) { nodes(first: $n) { children(first: $n) { children(first: $n) { id } } } }";

        (await gateway.QueryAsync(query, new { n = 1 })).Data("nodes").GetArrayLength().ShouldBe(1);
        (await gateway.QueryAsync(query, new { n = 1000 })).Code().ShouldBe("COST_EXCEEDED");
        (await gateway.QueryAsync(query, new { n = 2 })).Data("nodes").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_default_of_a_variable_counts_like_a_value() =>
        (await gateway.QueryAsync("query($n: Int = 100000) { nodes(first: $n) { id } }")).Code().ShouldBe("COST_EXCEEDED");

    [Fact]
    public async Task The_cost_is_told_when_it_is_asked_for()
    {
        gateway.Client.DefaultRequestHeaders.Add("GraphQL-Cost", "report");

        var reply = await gateway.QueryAsync("{ open nodes(first: 3) { children { id } } }");

        // 10 for the call, 3 objects, 10 assumed below each.
        reply.GetProperty("extensions").GetProperty("cost").GetProperty("requested").GetInt32().ShouldBe(10 + (3 * (1 + 10)));
    }

    [Fact]
    public async Task The_cost_is_told_also_when_an_extension_asks_for_it()
    {
        using var response = await gateway.Client.PostAsync("/graphql", JsonContent.Create(new { query = "{ nodes(first: 3) { id } }", extensions = new { cost = true } }));

        var cost = (await TestGateway.ReadAsync(response)).GetProperty("extensions").GetProperty("cost");
        cost.GetProperty("requested").GetInt32().ShouldBe(3);
        cost.GetProperty("maximum").GetInt32().ShouldBe(5_000);
    }

    [Theory]
    [InlineData("{ open: brief open }")]
    [InlineData("{ nodes { name(prefix: \"a\") name(prefix: \"b\") } }")]
    [InlineData("query($a: String, $b: String) { nodes { name(prefix: $a) name(prefix: $b) } }")]
    [InlineData("{ nodes { ...a ...b } } fragment a on Node { x: id } fragment b on Node { x: name }")]
    [InlineData("{ nodes { children { x: id } children { x: number } } }")]
    [InlineData("query A { open } query B { open: brief open }")]
    public async Task Fields_that_overlap_without_being_the_same_call_are_refused(string query) =>
        (await gateway.QueryAsync(query)).Code().ShouldBe("GRAPHQL_VALIDATION_FAILED");

    [Theory]
    [InlineData("{ nodes { name(prefix: \"a\") name(prefix: \"a\") } }")]
    [InlineData("{ nodes { children { x: id } children { y: number } } }")]
    [InlineData("{ nodes { children(first: 1) { id } } other: nodes { children(first: 2) { id } } }")]
    public async Task Fields_that_are_the_same_call_are_merged(string query) =>
        (await gateway.QueryAsync(query)).TryGetProperty("errors", out _).ShouldBeFalse();

    [Theory]
    [InlineData("On", true)]
    [InlineData("Off", false)]
    public async Task Similar_names_are_told_only_where_the_schema_may_be_explored(string introspection, bool told)
    {
        await using var other = await TestGateway.StartAsync(schema.Compose, builder => builder.Configuration["Gateway:Edge:Introspection"] = introspection);

        (await other.QueryAsync("{ opem }")).Message().Contains("Did you mean", StringComparison.Ordinal).ShouldBe(told);
        (await other.QueryAsync("{ __schema { queryType { name } } }")).TryGetProperty("data", out _).ShouldBe(told);
    }

    private static async Task<TimeSpan> FastestAsync(GraphEngine engine, string document, bool refused)
    {
        var request = new GraphRequest(document, null, null, null);
        await engine.PrepareAsync(request);
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 5 && (i == 0 || fastest > Goal); i++)
        {
            var start = Stopwatch.GetTimestamp();
            var prepared = await engine.PrepareAsync(request);
            var took = Stopwatch.GetElapsedTime(start);
            (prepared.Problems.Count > 0).ShouldBe(refused, prepared.Problems.Count > 0 ? prepared.Problems[0].Message : document[..Math.Min(200, document.Length)]);
            fastest = took < fastest ? took : fastest;
        }

        return fastest;
    }

    private static string Document(string name) => HostileDocuments.All().First(document => document.Name == name).Document;
}

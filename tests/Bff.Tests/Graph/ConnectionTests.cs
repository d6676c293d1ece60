using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Gateway.Graph.Connections;
using CsCheck;
using GraphQL.Types;

namespace Bff.Tests.Graph;

public sealed class ConnectionTests : IAsyncLifetime
{
    private TestGateway gateway = null!;
    private ImmutableArray<Thing> things = [.. Enumerable.Range(1, 250).Select(i => new Thing($"t{i}"))];

    // Walking one by one is faster than a single address may be.
    public async ValueTask InitializeAsync() => gateway = await TestGateway.StartAsync(
        roots =>
        {
            roots.Query.AddConnection<ThingType, Thing>("things", "All things.", thing => thing.Id, _ => PageAsync);
            roots.Query.AddConnection<ThingType, Thing>("others", "Other things.", thing => thing.Id, _ => PageAsync);
        },
        builder => builder.Configuration["Gateway:RateLimits:CallerPerSecond"] = "0");

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task Twenty_rows_come_when_nothing_is_said()
    {
        var things = (await gateway.QueryAsync("{ things { nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage } } }")).Data("things");

        things.GetProperty("nodes").GetArrayLength().ShouldBe(20);
        things.GetProperty("totalCount").GetInt32().ShouldBe(250);
        things.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeTrue();
        things.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Walking_with_any_page_size_gives_every_row_once() => await Gen.Int[1, 100].SampleAsync(
        async first => (await WalkAsync(first)).ShouldBe(things.Select(thing => thing.Id)), iter: 25);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(500)]
    public async Task A_page_size_out_of_range_is_a_typed_error_and_nothing_is_cut(int first)
    {
        var reply = await gateway.QueryAsync($"{{ things(first: {first}) {{ totalCount }} }}");

        reply.Code().ShouldBe("BAD_USER_INPUT");
        reply.Message().ShouldContain("'first'");
        reply.GetProperty("data").GetProperty("things").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_cursor_opens_only_the_list_tenant_and_search_that_it_came_from()
    {
        var cursor = await EndCursorAsync();

        (await gateway.QueryAsync(After("things", cursor))).Data("things").GetProperty("totalCount").GetInt32().ShouldBe(250);
        (await gateway.QueryAsync(After("others", cursor))).Code().ShouldBe("BAD_USER_INPUT");
        (await gateway.QueryAsync(After("things", cursor), tenant: "yoga-berlin")).Code().ShouldBe("BAD_USER_INPUT");
        (await gateway.QueryAsync(After("things", cursor, "words"))).Code().ShouldBe("BAD_USER_INPUT");
    }

    [Fact]
    public async Task A_cursor_with_any_one_character_changed_is_refused()
    {
        var cursor = await EndCursorAsync();

        for (var i = 0; i < cursor.Length - 1; i++)
        {
            var forged = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            (await gateway.QueryAsync(After("things", forged))).Code().ShouldBe("BAD_USER_INPUT");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("////")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("MTAw")]
    public async Task A_made_up_cursor_is_refused(string cursor) =>
        (await gateway.QueryAsync(After("things", cursor))).Code().ShouldBe("BAD_USER_INPUT");

    [Fact]
    public async Task Rows_that_appear_before_the_cursor_do_not_repeat_rows()
    {
        var cursor = await EndCursorAsync();
        things = things.Insert(0, new Thing("new-1")).Insert(0, new Thing("new-2"));

        var reply = await gateway.QueryAsync($"{{ things(first: 1, after: \"{cursor}\") {{ nodes {{ id }} }} }}");

        reply.Data("things").GetProperty("nodes")[0].GetProperty("id").GetString().ShouldBe("t6");
    }

    [Fact]
    public async Task A_failed_page_is_a_typed_error_and_its_neighbours_answer()
    {
        things = default;

        var reply = await gateway.QueryAsync("{ things { totalCount } __typename }");

        reply.Code().ShouldBe("UPSTREAM_UNAVAILABLE");
        reply.Error().GetProperty("path")[0].GetString().ShouldBe("things");
        reply.Error().GetProperty("extensions").GetProperty("retryAfterMs").GetInt32().ShouldBe(1500);
        reply.GetProperty("data").GetProperty("__typename").GetString().ShouldBe("Query");
    }

    private async Task<string> EndCursorAsync() =>
        (await gateway.QueryAsync("{ things(first: 5) { pageInfo { endCursor } } }"))
        .Data("things").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;

    private static string After(string field, string cursor, string? search = null) =>
        $"{{ {field}(first: 5, after: \"{cursor}\"{(search is null ? "" : $", search: \"{search}\"")}) {{ totalCount }} }}";

    private async Task<List<string>> WalkAsync(int first)
    {
        var seen = new List<string>();
        string? after = null;
        do
        {
            var reply = await gateway.QueryAsync(
                "query($first: Int, $after: String) { things(first: $first, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }",
                new { first, after });
            var page = reply.Data("things");
            seen.AddRange(page.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString()
                : null;
        }
        while (after is not null);

        return seen;
    }

    private ValueTask<Answer<CatalogPage<Thing>>> PageAsync(CatalogPageRequest request)
    {
        if (things.IsDefault)
        {
            var failure = new Failure(ErrorCodes.UpstreamUnavailable, Retryable: true, TimeSpan.FromSeconds(1.5));
            return ValueTask.FromResult(Answer<CatalogPage<Thing>>.Failed(failure));
        }

        var skip = (request.Number - 1) * CatalogPageRequest.PageSize;
        var page = new CatalogPage<Thing>(
            [.. things.Skip(skip).Take(CatalogPageRequest.PageSize)], request.Number, skip + CatalogPageRequest.PageSize < things.Length, things.Length);
        return ValueTask.FromResult(new Answer<CatalogPage<Thing>>(page, null, default, default, 1, false));
    }

    private sealed record Thing(string Id);

    private sealed class ThingType : ObjectGraphType<Thing>
    {
        public ThingType()
        {
            Name = "Thing";
            Description = "A thing.";
            Field<NonNullGraphType<IdGraphType>>("id").Description("Its id.").Resolve(context => context.Source.Id);
        }
    }
}

using System.Net.Http.Json;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;
using Bff.Gateway.ResponseCache;
using Bff.Tests.Auth;
using Bff.Tests.Graph;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Edge;

public sealed class ResponseCacheTests : IAsyncLifetime
{
    private static readonly TenantId Tenant = TenantId.Parse(TestGateway.Tenant);

    private readonly FakeTimeProvider time = new();
    private readonly SampleSchema schema = new();
    private readonly TaskCompletionSource gate = new();
    private int gated;
    private bool fails;
    private bool isStale;
    private string? storefront;
    private int storefrontsAsked;
    private TestGateway gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await TestGateway.StartAsync(Compose, builder =>
    {
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<ITenantResolver>(new ByTest(this));
        builder.Configuration["Gateway:ResponseCache:ShowVerdict"] = "On";
        builder.Configuration["Gateway:ResponseCache:BytesPerTenant"] = "4000";
        builder.Configuration["Gateway:ResponseCache:Bytes"] = "20000";
    });

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task A_public_reply_is_made_once_and_its_age_is_told()
    {
        (await VerdictAsync("{ open }")).ShouldBe("miss");
        time.Advance(TimeSpan.FromSeconds(10));
        using var again = await PostAsync("{ open }");

        again.Headers.GetValues("Bff-Cache").ShouldBe(["hit"]);
        again.Headers.Age.ShouldBe(TimeSpan.FromSeconds(10));
        again.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromSeconds(300));
        schema.Fetches.ShouldBe(1);
    }

    [Fact]
    public async Task Tenants_variables_and_operations_are_kept_apart()
    {
        const string query = "query A($t: String) { echo(text: $t) } query B($t: String) { echo(text: $t) open }";
        await PostAsync(query, new { t = "a" }, "A");
        await PostAsync(query, new { t = "b" }, "A");
        await PostAsync(query, new { t = "a" }, "B");
        await gateway.QueryAsync("{ open }", tenant: "yoga-berlin");
        await gateway.QueryAsync("{ open }");

        schema.Fetches.ShouldBe(6);
        using var b = await PostAsync(query, new { t = "b" }, "A");
        (await TestGateway.ReadAsync(b)).Data("echo").GetString().ShouldBe("b");
    }

    [Fact]
    public async Task Variables_count_by_value_not_by_how_they_are_written()
    {
        const string query = "query($t: String = \"a\", $unused: Boolean = true) { echo(text: $t) open @include(if: $unused) }";
        await PostAsync(query);
        await PostAsync(query, new { unused = true, t = "a", more = 1 });

        schema.Fetches.ShouldBe(2);
    }

    [Fact]
    public async Task A_variable_that_is_null_is_another_than_one_that_is_left_out()
    {
        const string query = "query($n: Int) { open nodes(first: $n) { id } }";

        using var absent = await PostJsonAsync(new { query });
        using var isNull = await PostJsonAsync(new { query, variables = new Dictionary<string, object?> { ["n"] = null } });

        isNull.Headers.GetValues("Bff-Cache").ShouldBe(["miss"]);
    }

    [Fact]
    public async Task Two_storefronts_of_a_tenant_are_told_apart_where_the_answer_depends_on_them()
    {
        (await FromAsync("{ whose }", "one.example")).ShouldBe("one.example");
        (await FromAsync("{ whose }", null)).ShouldBe("none");
        (await FromAsync("{ whose }", "two.example")).ShouldBe("two.example");
        (await FromAsync("{ whose }", "one.example")).ShouldBe("one.example");
        storefrontsAsked.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_served_although_its_time_is_over_is_called_stale_and_not_kept()
    {
        isStale = true;

        (await VerdictAsync("{ aged }")).ShouldBe("stale");
        isStale = false;
        (await VerdictAsync("{ aged }")).ShouldBe("miss");
        (await VerdictAsync("{ aged }")).ShouldBe("hit");
    }

    [Fact]
    public async Task In_production_only_operators_see_where_a_reply_comes_from()
    {
        await using var production = await TestGateway.StartAsync(Compose, builder => builder.Configuration["Operator:Key"] = Operator.Key);
        using var stranger = await production.Client.GetAsync("/graphql?query={open}");
        production.Client.DefaultRequestHeaders.Add("Authorization", Operator.Authorization(Operator.Key));
        using var known = await production.Client.GetAsync("/graphql?query={open}");

        stranger.Headers.Contains("Bff-Cache").ShouldBeFalse();
        known.Headers.GetValues("Bff-Cache").ShouldBe(["hit"]);
    }

    [Theory]
    [InlineData("{ personal }")]
    [InlineData("{ open personal }")]
    [InlineData("{ unmarked }")]
    public async Task A_private_field_keeps_the_whole_reply_out(string query)
    {
        await PostAsync(query);
        var before = schema.Fetches;
        using var again = await PostAsync(query);

        again.Headers.Contains("Bff-Cache").ShouldBeFalse();
        schema.Fetches.ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task Callers_with_a_session_share_what_is_public_and_nothing_that_a_session_changes()
    {
        await PostAsync("{ open }");
        await PostAsync("{ offer }");
        gateway.Client.DefaultRequestHeaders.Add("Authorization", "Bearer aaaa.bbbb.cccc");

        (await VerdictAsync("{ open }")).ShouldBe("hit");
        (await VerdictAsync("{ offer }")).ShouldBeNull();
    }

    [Fact]
    public async Task Many_who_ask_at_once_are_answered_by_one_making()
    {
        var asks = Enumerable.Range(0, 50).Select(_ => PostAsync("{ gated }")).ToList();
        while (Volatile.Read(ref gated) == 0)
        {
            await Task.Yield();
        }

        gate.SetResult();
        await Task.WhenAll(asks);
        gated.ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_reply_is_not_kept()
    {
        fails = true;
        gate.SetResult();
        using var failed = await PostAsync("{ gated }");
        fails = false;
        using var good = await PostAsync("{ gated }");

        (await TestGateway.ReadAsync(failed)).Code().ShouldBe("UPSTREAM_UNAVAILABLE");
        (await TestGateway.ReadAsync(good)).Data("gated").GetString().ShouldBe("2");
    }

    [Fact]
    public async Task It_ends_with_what_it_was_made_of()
    {
        schema.FreshUntil = time.GetUtcNow().AddSeconds(10);
        await PostAsync("{ open }");
        time.Advance(TimeSpan.FromSeconds(11));

        (await VerdictAsync("{ open }")).ShouldBe("miss");
    }

    [Fact]
    public async Task Near_its_end_it_is_renewed_while_it_is_still_served()
    {
        await PostAsync("{ brief }");
        time.Advance(TimeSpan.FromSeconds(27));
        (await VerdictAsync("{ brief }")).ShouldBe("hit");
        while (schema.Fetches < 2)
        {
            await Task.Yield();
        }

        time.Advance(TimeSpan.FromSeconds(10));
        (await VerdictAsync("{ brief }")).ShouldBe("hit");
        schema.Fetches.ShouldBe(2);
    }

    [Fact]
    public async Task A_change_drops_what_is_made_of_it_and_nothing_else()
    {
        var replies = gateway.Services.GetRequiredService<PublicReplies>();
        await PostAsync("{ slots }");
        await PostAsync("{ open }");

        replies.Drop(Tenant, CacheAreas.Storefronts);
        (await VerdictAsync("{ slots }")).ShouldBe("hit");
        (await VerdictAsync("{ open }")).ShouldBe("miss", "it does not say what it is made of");
        replies.Drop(Tenant, CacheAreas.Slots);
        (await VerdictAsync("{ slots }")).ShouldBe("miss");
    }

    [Fact]
    public async Task A_mutation_drops_before_it_replies_and_no_making_from_before_is_joined()
    {
        var early = PostAsync("{ gated }");
        while (Volatile.Read(ref gated) == 0)
        {
            await Task.Yield();
        }

        await gateway.QueryAsync("mutation { touch { text } }");
        var late = PostAsync("{ gated }");
        while (Volatile.Read(ref gated) < 2)
        {
            await Task.Yield();
        }

        gate.SetResult();
        (await TestGateway.ReadAsync(await early)).Data("gated").GetString().ShouldBe("1");
        (await TestGateway.ReadAsync(await late)).Data("gated").GetString().ShouldBe("2");
        (await VerdictAsync("{ gated }")).ShouldBe("hit");
    }

    [Fact]
    public async Task It_is_bounded_in_bytes()
    {
        for (var i = 0; i < 200; i++)
        {
            await PostAsync("query($t: String) { echo(text: $t) }", new { t = "text " + i });
        }

        gateway.Services.GetRequiredService<PublicReplies>().BytesOf(Tenant).ShouldBeInRange(1, 4000);
        (await VerdictAsync("query($t: String) { echo(text: $t) }", new { t = "text 199" })).ShouldBe("hit");
    }

    [Fact]
    public async Task All_tenants_together_are_bounded_and_who_was_asked_about_last_stays()
    {
        var replies = gateway.Services.GetRequiredService<PublicReplies>();
        for (var tenant = 0; tenant < 40; tenant++)
        {
            for (var i = 0; i < 5; i++)
            {
                await gateway.QueryAsync("query($t: String) { echo(text: $t) }", new { t = "text " + i }, $"tenant-{tenant}");
            }

            replies.Bytes.ShouldBeLessThanOrEqualTo(20_000);
        }

        replies.BytesOf(TenantId.Parse("tenant-0")).ShouldBe(0);
        replies.BytesOf(TenantId.Parse("tenant-39")).ShouldBePositive();
    }

    [Fact]
    public async Task What_has_ended_gives_its_room_back_although_nobody_asks_for_it_again()
    {
        var replies = gateway.Services.GetRequiredService<PublicReplies>();
        await PostAsync("{ brief }");
        await gateway.QueryAsync("{ brief }", tenant: "yoga-berlin");
        await PostAsync("{ open }");
        var before = replies.Bytes;

        time.Advance(TimeSpan.FromSeconds(31));
        await gateway.QueryAsync("{ open }", tenant: "shop-10k");

        replies.BytesOf(TenantId.Parse("yoga-berlin")).ShouldBe(0);
        replies.Bytes.ShouldBeLessThan(before);
        (await VerdictAsync("{ open }")).ShouldBe("hit");
    }

    private void Compose(SchemaRoots roots)
    {
        schema.Compose(roots);
        roots.Query.Field<StringGraphType, string>("gated").Description("Waits.").PublicFor(TimeSpan.FromSeconds(60)).Answers(async _ =>
        {
            var number = Interlocked.Increment(ref gated);
            await gate.Task;
            return fails
                ? Answer<string>.Failed(new Failure(ErrorCodes.UpstreamUnavailable, Retryable: true))
                : new Answer<string>($"{number}", null, default, DateTimeOffset.MaxValue, 1, false);
        });
        roots.Query.Field<StringGraphType, string>("whose").Description("Where the caller comes from.").PublicFor(TimeSpan.FromSeconds(60)).ByStorefront().Answers(context =>
        {
            Interlocked.Increment(ref storefrontsAsked);
            return ValueTask.FromResult(new Answer<string>(context.Request().Storefront?.Value ?? "none", null, default, DateTimeOffset.MaxValue, 1, false));
        });
        roots.Query.Field<StringGraphType, string>("aged").Description("Stale for a while.").PublicFor(TimeSpan.FromSeconds(60))
            .Answers(_ => ValueTask.FromResult(new Answer<string>("aged", null, default, DateTimeOffset.MaxValue, 1, isStale)));
        roots.Query.Field<StringGraphType, string>("slots").Description("Says what it is made of.").PublicFor(TimeSpan.FromSeconds(60)).Reads(CacheAreas.Slots)
            .Answers(_ => ValueTask.FromResult(new Answer<string>("slots", null, default, DateTimeOffset.MaxValue, 1, false)));
    }

    private async Task<string?> VerdictAsync(string query, object? variables = null)
    {
        using var response = await PostAsync(query, variables);
        return response.Headers.TryGetValues("Bff-Cache", out var verdict) ? verdict.Single() : null;
    }

    private Task<HttpResponseMessage> PostAsync(string query, object? variables = null, string? operationName = null) =>
        gateway.Client.PostAsync("/graphql", JsonContent.Create(new { query, variables, operationName }));

    private Task<HttpResponseMessage> PostJsonAsync(object body) => gateway.Client.PostAsync("/graphql", JsonContent.Create(body));

    private async Task<string?> FromAsync(string query, string? domain)
    {
        storefront = domain;
        using var response = await PostAsync(query);
        return (await TestGateway.ReadAsync(response)).Data("whose").GetString();
    }

    private sealed class ByTest(ResponseCacheTests tests) : ITenantResolver
    {
        public ValueTask<TenantResolution> ResolveAsync(HttpContext http) => ValueTask.FromResult(TenantResolution.Found(
            TenantId.Parse(http.Request.Headers["X-Company-Id"].ToString()), tests.storefront is { } domain ? StorefrontDomain.Parse(domain) : null));
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Bff.Gateway.RateLimits;
using Bff.Tests.Graph;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;

namespace Bff.Tests.Edge;

public sealed class RateLimitTests
{
    private readonly FakeTimeProvider time = new();
    private readonly SampleSchema schema = new();

    [Fact]
    public async Task A_burst_passes_and_then_one_for_each_interval()
    {
        var limiter = new MemoryRateLimiter(time, Options.Create(new RateLimitOptions()));
        var rule = RateRule.PerSecond(10);

        var first = await TakeAsync(limiter, rule, 11);
        var wait = await limiter.TakeAsync(new RateKey('c', "a"), rule);
        time.Advance(TimeSpan.FromMilliseconds(100));

        first.Count(refused => refused).ShouldBe(1);
        wait.ShouldBe(TimeSpan.FromMilliseconds(100));
        (await limiter.TakeAsync(new RateKey('c', "a"), rule)).ShouldBeNull();
        (await limiter.TakeAsync(new RateKey('c', "b"), rule)).ShouldBeNull();
    }

    [Fact]
    public async Task Too_many_operations_are_told_when_to_come_back()
    {
        await using var gateway = await StartAsync("2");
        for (var i = 0; i < 4; i++)
        {
            (await gateway.QueryAsync("{ personal }")).Data("personal").GetString().ShouldBe("personal");
        }

        using var response = await gateway.Client.PostAsync("/graphql", JsonContent.Create(new { query = "{ personal }" }));
        var reply = await TestGateway.ReadAsync(response);

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        reply.Code().ShouldBe("RATE_LIMITED");
        reply.Error().GetProperty("extensions").GetProperty("retryAfterMs").GetInt32().ShouldBe(500);
    }

    [Fact]
    public async Task Each_operation_of_a_batch_counts()
    {
        await using var gateway = await StartAsync("1", ("Gateway:Edge:MaxBatch", "10"));
        var batch = Enumerable.Repeat(new { query = "{ personal }" }, 5);
        using var response = await gateway.Client.PostAsync("/graphql", JsonContent.Create(batch));

        var codes = (await TestGateway.ReadAsync(response)).EnumerateArray().Select(reply => reply.TryGetProperty("errors", out _));
        codes.ShouldBe([false, false, true, true, true]);
    }

    [Fact]
    public async Task What_is_no_operation_at_all_counts_too()
    {
        await using var gateway = await StartAsync("2");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var response = await gateway.Client.PostAsync("/graphql", new StringContent("no JSON at all", new MediaTypeHeaderValue("application/json")));
            statuses.Add(response.StatusCode);
        }

        statuses.Take(4).ShouldAllBe(status => status == HttpStatusCode.BadRequest);
        statuses[4].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Each_mutation_of_an_operation_counts_and_they_happen_together_or_not_at_all()
    {
        await using var gateway = await StartAsync(null, ("Gateway:RateLimits:MutationsPerMinute", "10"));

        var six = await gateway.QueryAsync(Touches(6));
        var five = await gateway.QueryAsync(Touches(5));
        var four = await gateway.QueryAsync(Touches(4));

        six.TryGetProperty("errors", out _).ShouldBeFalse();
        five.Code().ShouldBe("RATE_LIMITED");
        four.TryGetProperty("errors", out _).ShouldBeFalse();
        schema.Changes.ShouldBe(10);
    }

    [Fact]
    public async Task Mutations_of_a_batch_count_one_by_one()
    {
        await using var gateway = await StartAsync(null, ("Gateway:Edge:MaxBatch", "10"), ("Gateway:RateLimits:MutationsPerMinute", "3"));

        using var response = await gateway.Client.PostAsync("/graphql", JsonContent.Create(Enumerable.Repeat(new { query = Touches(1) }, 5)));

        (await TestGateway.ReadAsync(response)).EnumerateArray().Select(reply => reply.TryGetProperty("errors", out _)).ShouldBe([false, false, false, true, true]);
        schema.Changes.ShouldBe(3);
    }

    [Fact]
    public async Task A_mutation_costs_ten_calls()
    {
        await using var gateway = await StartAsync(null);

        (await gateway.QueryAsync(Touches(60))).Code().ShouldBe("COST_EXCEEDED");
        schema.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task A_tenant_has_a_rate_of_its_own_and_the_others_go_on()
    {
        await using var gateway = await StartAsync("1000", ("Gateway:RateLimits:TenantPerSecond", "3"));
        var codes = new List<bool>();
        for (var i = 0; i < 4; i++)
        {
            codes.Add((await gateway.QueryAsync("{ personal }")).TryGetProperty("errors", out _));
        }

        codes.ShouldBe([false, false, false, true]);
        (await gateway.QueryAsync("{ personal }", tenant: "yoga-berlin")).TryGetProperty("errors", out _).ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        (await gateway.QueryAsync("{ personal }")).TryGetProperty("errors", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task By_default_one_caller_may_ask_for_300_operations_a_second_and_300_mutations_a_minute()
    {
        await using var gateway = await StartAsync(null);
        var gate = gateway.Services.GetRequiredService<RateGate>();
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();

        for (var second = 0; second < 3; second++)
        {
            for (var i = 0; i < 300; i++)
            {
                await gate.RequireOperationAsync(http, null);
            }

            time.Advance(TimeSpan.FromSeconds(1));
        }

        for (var i = 0; i < 300; i++)
        {
            await gate.RequireMutationsAsync(http, 1);
        }
    }

    [Fact]
    public async Task When_the_shared_store_is_down_each_gateway_counts_by_itself()
    {
        var configuration = ConfigurationOptions.Parse("127.0.0.1:1,abortConnect=false,connectTimeout=100,connectRetry=0");
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        await using var redis = await ConnectionMultiplexer.ConnectAsync(configuration);
        var memory = new MemoryRateLimiter(time, Options.Create(new RateLimitOptions()));
        var limiter = new RedisRateLimiter(redis, memory, NullLogger<RedisRateLimiter>.Instance);

        var refused = await TakeAsync(limiter, RateRule.PerSecond(10), 11);

        refused.Count(one => one).ShouldBe(1);
    }

    private static string Touches(int count) => $"mutation {{ {string.Concat(Enumerable.Range(0, count).Select(i => $"a{i}: touch {{ text }} "))}}}";

    private static async Task<List<bool>> TakeAsync(IRateLimiter limiter, RateRule rule, int count)
    {
        var refused = new List<bool>();
        for (var i = 0; i < count; i++)
        {
            refused.Add(await limiter.TakeAsync(new RateKey('c', "a"), rule) is not null);
        }

        return refused;
    }

    private Task<TestGateway> StartAsync(string? perSecond, params (string Key, string Value)[] settings) => TestGateway.StartAsync(schema.Compose, builder =>
    {
        builder.Services.AddSingleton<TimeProvider>(time);
        if (perSecond is not null)
        {
            builder.Configuration["Gateway:RateLimits:CallerPerSecond"] = perSecond;
        }

        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }
    });
}

using System.Net;
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
            await gate.RequireMutationAsync(http);
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

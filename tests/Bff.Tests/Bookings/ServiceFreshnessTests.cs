using System.Diagnostics.Metrics;
using Bff.Caching;
using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

public sealed class ServiceFreshnessTests
{
    private const string Page = "{ services(first: 20) { nodes { id name } } }";

    [Fact]
    public async Task Five_hundred_cold_identical_queries_over_two_silos_cost_v6_one_call()
    {
        await using var bff = await BffFixture.StartAsync(new BffSetup { Silos = 2, Gateways = 2 });
        var tenant = bff.NewTenant();
        bff.V6.Fail(new FaultRule { OperationId = "listServices", Kind = FaultKind.Latency, DelayMs = 300 });

        var replies = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => bff.Storefront(tenant, gateway: i % 2).QueryAsync(Page)));

        replies.Select(reply => reply.GetRawText()).Distinct().Count().ShouldBe(1);
        bff.V6.AllCalls(tenant).ShouldBe(1);
    }

    [Fact]
    public async Task While_v6_is_down_a_known_catalog_is_still_served_and_counted_as_stale()
    {
        var time = new ShiftableTime();
        await using var bff = await BffFixture.StartAsync(new BffSetup { CacheTime = time });
        var tenant = bff.NewTenant();
        var before = await bff.Storefront(tenant).QueryAsync(Page);
        using var stale = new StaleCount();

        bff.V6.GoDown();
        time.Advance(TimeSpan.FromMinutes(10));
        var during = await bff.Storefront(tenant).QueryAsync(Page);
        bff.V6.Recover();
        time.Advance(TimeSpan.FromMinutes(10));
        var after = await bff.Storefront(tenant).QueryAsync(Page);

        during.GetRawText().ShouldBe(before.GetRawText());
        after.GetRawText().ShouldBe(before.GetRawText());
        stale.Value.ShouldBePositive();
        bff.V6.Calls("listServices", tenant).ShouldBe(2);
    }

    [Fact]
    public async Task While_v6_is_down_what_was_never_read_is_a_typed_error_and_is_read_again_at_once_afterwards()
    {
        await using var bff = await BffFixture.StartAsync();
        var tenant = bff.NewTenant();

        bff.V6.GoDown();
        var during = await bff.Storefront(tenant).SendAsync(Page);
        bff.V6.Recover();
        var after = await bff.Storefront(tenant).SendAsync(Page);

        during.Codes.ShouldBe(["UPSTREAM_UNAVAILABLE"]);
        during.Errors[0].GetProperty("extensions").GetProperty("retryable").GetBoolean().ShouldBeTrue();
        after.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Garbage", "UPSTREAM_PROTOCOL")]
    [InlineData("Truncated", "UPSTREAM_PROTOCOL")]
    [InlineData("ResetBeforeCommit", "UPSTREAM_UNAVAILABLE")]
    [InlineData("Hang", "UPSTREAM_TIMEOUT")]
    public async Task A_failure_of_v6_reaches_the_client_as_our_own_code_and_no_text_of_v6(string kind, string code)
    {
        await using var bff = await BffFixture.StartAsync(new BffSetup { Settings = new Dictionary<string, string?> { ["Upstream:ReadBudget"] = "00:00:01" } });
        bff.V6.Fail(new FaultRule { OperationId = "listServices", Kind = Enum.Parse<FaultKind>(kind) });

        var reply = await bff.Storefront(bff.NewTenant()).SendAsync(Page);

        reply.Codes.ShouldBe([code]);
        reply.Text.ShouldNotContain(bff.V6.Address.Authority);
        reply.Text.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task A_busy_v6_says_when_to_come_back()
    {
        await using var bff = await BffFixture.StartAsync();
        bff.V6.Fail(new FaultRule { OperationId = "listServices", Kind = FaultKind.Status, Status = 429, RetryAfterSeconds = 30 });

        var reply = await bff.Storefront(bff.NewTenant()).SendAsync(Page);

        reply.Codes.ShouldBe(["RATE_LIMITED"]);
        reply.Errors[0].GetProperty("extensions").GetProperty("retryAfterMs").GetInt32().ShouldBeInRange(25_000, 30_000);
    }

    private sealed class StaleCount : IDisposable
    {
        private readonly MeterListener listener = new();
        private long value;

        public StaleCount()
        {
            listener.InstrumentPublished = (instrument, it) =>
            {
                if (instrument.Meter.Name == CacheMetrics.MeterName)
                {
                    it.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((_, measurement, tags, _) =>
            {
                foreach (var tag in tags)
                {
                    if (tag.Value is "stale")
                    {
                        Interlocked.Add(ref value, measurement);
                    }
                }
            });
            listener.Start();
        }

        public long Value => Interlocked.Read(ref value);

        public void Dispose() => listener.Dispose();
    }
}

using System.Diagnostics;
using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;
using Bff.Upstream.Bookings;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Cluster;

/// <summary>A tenant far over its share hinders no other, over two silos and two gateways.</summary>
public sealed class TenantIsolationTests
{
    private const string Operation = "getService";
    private const int Permits = 6;
    private int asked;

    [Fact]
    public async Task A_tenant_at_fifty_times_its_share_never_passes_its_permits_and_hinders_no_other()
    {
        // Arrange: each call of the busy tenant takes long at v6.
        await using var bff = await BffFixture.StartAsync(new BffSetup
        {
            Silos = 2,
            Gateways = 2,
            Settings = new Dictionary<string, string?>
            {
                ["Upstream:CallsPerTenant"] = $"{Permits}",
                ["Upstream:QueuePerTenant"] = "60",
                ["Upstream:Governor:LeaseChunk"] = "2",
                // A machine that stalls must not look like a governor that is lost: without one the bound may be passed.
                ["Upstream:Governor:Patience"] = "00:00:10",
                ["Gateway:Overload:MaxInFlightPerTenant"] = "16",
            },
        });
        var (busy, other) = (bff.NewTenant(), bff.NewTenant());
        bff.V6.Fail(new FaultRule { OperationId = Operation, Tenant = busy, Kind = FaultKind.Latency, DelayMs = 100 });
        await ReadAsync(bff, other, 10);
        var alone = await ReadAsync(bff, other, 60);

        // Act
        var flood = Enumerable.Range(0, Permits * 50).Select(i => AskAsync(bff, busy, i % 2)).ToArray();
        var direct = Enumerable.Range(0, Permits * 10).Select(i => CallAsync(bff, busy, i % 2)).ToArray();
        var beside = await ReadAsync(bff, other, 60);
        var replies = await Task.WhenAll(flood);
        var calls = await Task.WhenAll(direct);

        // Assert
        bff.V6.MostAtOnce(Operation, busy).ShouldBeInRange(2, Permits);
        beside.Replies.ShouldAllBe(reply => reply.Errors.Count == 0);
        replies.Count(reply => reply.Errors.Count == 0).ShouldBeGreaterThan(Permits);
        calls.Count(call => call.Failure is null).ShouldBeGreaterThan(Permits);
        replies.SelectMany(reply => reply.Codes).Distinct().ShouldBeSubsetOf(["RATE_LIMITED", "UPSTREAM_TIMEOUT"]);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"p99 of the other tenant: {alone.P99:0.0} ms alone, {beside.P99:0.0} ms beside, ratio {beside.P99 / alone.P99:0.00}; "
            + $"busy tenant: {replies.Count(reply => reply.Errors.Count == 0)} of {replies.Length} answered, "
            + $"{bff.V6.MostAtOnce(Operation, busy)} of {Permits} permits in flight at most");
    }

    private Task<StorefrontReply> AskAsync(BffFixture bff, string tenant, int gateway) =>
        bff.Storefront(tenant, gateway).SendAsync($$"""{ service(id: "none-{{Interlocked.Increment(ref asked)}}") { name } }""");

    // What the tenant's other grains would do, which may live in any silo.
    private Task<Fetched<V6Service>> CallAsync(BffFixture bff, string tenant, int silo) =>
        bff.Cluster.Silos[silo].ServiceProvider.GetRequiredService<IBookingsApi>()
            .GetServiceAsync(TenantId.Parse(tenant), EntityId.Parse($"none-{Interlocked.Increment(ref asked)}"));

    private async Task<(IReadOnlyList<StorefrontReply> Replies, double P99)> ReadAsync(BffFixture bff, string tenant, int count)
    {
        List<StorefrontReply> replies = [];
        List<double> times = [];
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            replies.Add(await AskAsync(bff, tenant, i % 2));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return (replies, times.Order().ElementAt(count * 99 / 100));
    }
}

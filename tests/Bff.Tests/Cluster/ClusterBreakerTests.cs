using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Contracts.Keys;
using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;
using Bff.Upstream.Bookings;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Cluster;

/// <summary>An operation that is broken for a tenant is tried again by one call in the whole cluster.</summary>
public sealed class ClusterBreakerTests : IAsyncLifetime
{
    private const string Operation = "getService";
    private const int Failures = 4;
    private static readonly EntityId Kept = EntityId.Parse("svc-001");
    private readonly ShiftableTime clock = new();
    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup
    {
        Silos = 2,
        CacheTime = clock,
        Settings = new Dictionary<string, string?>
        {
            ["Upstream:ReadRetries"] = "0",
            ["Upstream:Governor:LeaseFor"] = "00:00:02",
            ["Upstream:Governor:BreakFor"] = "00:00:02",
            ["Upstream:Governor:BreakAfterFailures"] = $"{Failures}",
        },
    });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task Of_all_silos_one_call_tries_a_broken_operation_again_and_its_success_lets_all_call()
    {
        // Arrange: both silos have seen it fail.
        var tenant = TenantId.Parse(bff.NewTenant());
        bff.V6.Fail(new FaultRule { OperationId = Operation, Tenant = tenant.Value, Kind = FaultKind.Status, Status = 503 });
        await BreakAsync(tenant);
        var before = bff.V6.Calls(Operation, tenant.Value);
        bff.V6.Fail(new FaultRule { OperationId = Operation, Tenant = tenant.Value, Kind = FaultKind.Latency, DelayMs = 1000 });

        // Act: both silos go on asking; what comes while the probe is under way is refused.
        Fetched<V6Service>[] answers = [];
        await Eventually.BecomesAsync(async () =>
        {
            answers = await AskAllAsync(tenant);
            return bff.V6.Calls(Operation, tenant.Value) > before;
        }, "a probe");

        // Assert
        bff.V6.Calls(Operation, tenant.Value).ShouldBe(before + 1);
        answers.Count(answer => answer.Failure is null).ShouldBe(1);
        bff.V6.Recover();
        await Eventually.BecomesAsync(async () => (await AskAllAsync(tenant)).All(answer => answer.Failure is null), "both silos call again");
    }

    [Fact]
    public async Task What_is_broken_is_refused_at_once_with_a_time_to_come_back_and_is_nobody_else_s_trouble()
    {
        var (tenant, other) = (TenantId.Parse(bff.NewTenant()), TenantId.Parse(bff.NewTenant()));
        bff.V6.Fail(new FaultRule { OperationId = Operation, Tenant = tenant.Value, Kind = FaultKind.Status, Status = 503 });
        await BreakAsync(tenant);

        var refused = await ApiOf(0).GetServiceAsync(tenant, EntityId.Parse("none-1"));
        var elsewhere = await ApiOf(0).GetServiceAsync(other, EntityId.Parse("none-1"));
        var otherOperation = await ApiOf(0).ListStaffAsync(tenant, EntityId.Parse("none-1"));

        refused.Failure.ShouldBe(new Failure(ErrorCodes.UpstreamUnavailable, Retryable: true, refused.Failure!.RetryAfter));
        refused.Failure.RetryAfter.ShouldNotBeNull().ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromSeconds(2));
        elsewhere.Failure.ShouldBeNull();
        otherOperation.Failure?.Code.ShouldNotBe(ErrorCodes.UpstreamUnavailable);
    }

    [Fact]
    public async Task Behind_an_open_breaker_what_is_kept_is_served_and_v6_is_left_alone()
    {
        var tenant = TenantId.Parse(bff.NewTenant());
        var catalog = bff.Cluster.Client.GetGrain<IServiceCatalogGrain>(tenant.Value);
        (await catalog.GetServiceAsync(Kept)).IsFound.ShouldBeTrue();
        bff.V6.Fail(new FaultRule { OperationId = Operation, Tenant = tenant.Value, Kind = FaultKind.Status, Status = 503 });
        await BreakAsync(tenant);
        var before = bff.V6.Calls(Operation, tenant.Value);

        clock.Advance(TimeSpan.FromHours(1));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => catalog.GetServiceAsync(Kept)));

        answers.ShouldAllBe(answer => answer.IsFound && answer.IsStale);
        bff.V6.Calls(Operation, tenant.Value).ShouldBe(before);
    }

    private IBookingsApi ApiOf(int silo) => bff.Cluster.Silos[silo].ServiceProvider.GetRequiredService<IBookingsApi>();

    private async Task BreakAsync(TenantId tenant)
    {
        for (var i = 0; i < Failures; i++)
        {
            await Task.WhenAll(ApiOf(0).GetServiceAsync(tenant, EntityId.Parse("none-1")), ApiOf(1).GetServiceAsync(tenant, EntityId.Parse("none-1")));
        }
    }

    private Task<Fetched<V6Service>[]> AskAllAsync(TenantId tenant) =>
        Task.WhenAll(Enumerable.Range(0, 20).Select(i => ApiOf(i % 2).GetServiceAsync(tenant, EntityId.Parse("none-1"))));
}

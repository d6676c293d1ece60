using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Grains.Cluster;
using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;
using Bff.Upstream.Bookings;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core.Internal;

namespace Bff.Tests.Cluster;

/// <summary>A tenant's governor that ends or moves while calls are under way costs no call, and lets no more in than before.</summary>
public sealed class GovernorLossTests
{
    private const string Operation = "getService";
    private const int Permits = 6;

    [Fact]
    public async Task A_governor_that_is_lost_in_the_middle_loses_no_call_and_forgets_no_permit()
    {
        await using var bff = await BffFixture.StartAsync(new BffSetup
        {
            Silos = 2,
            Settings = new Dictionary<string, string?>
            {
                ["Upstream:CallsPerTenant"] = $"{Permits}",
                ["Upstream:Governor:LeaseChunk"] = "2",
                ["Upstream:Governor:Patience"] = "00:00:10",
            },
        });
        var tenant = bff.NewTenant();
        bff.V6.Fail(new FaultRule { OperationId = Operation, Tenant = tenant, Kind = FaultKind.Latency, DelayMs = 100 });
        var calls = Enumerable.Range(0, 60).Select(i => CallAsync(bff, tenant, i)).ToArray();
        await Eventually.BecomesAsync(() => Task.FromResult(bff.V6.Calls(Operation, tenant) >= Permits), "calls are under way");

        for (var i = 0; i < 3; i++)
        {
            await GovernorOf(bff, tenant).DeactivateOnIdle();
            await CallAsync(bff, tenant, 100 + i);
        }

        (await Task.WhenAll(calls)).ShouldAllBe(call => call.Failure == null);
        bff.V6.MostAtOnce(Operation, tenant).ShouldBeInRange(2, Permits);
    }

    private static IGrainManagementExtension GovernorOf(BffFixture bff, string tenant) =>
        bff.Cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>().GetGrain<ITenantGovernorGrain>(tenant).AsReference<IGrainManagementExtension>();

    private static Task<Fetched<V6Service>> CallAsync(BffFixture bff, string tenant, int number) =>
        bff.Cluster.Silos[number % 2].ServiceProvider.GetRequiredService<IBookingsApi>().GetServiceAsync(TenantId.Parse(tenant), EntityId.Parse($"none-{number}"));
}

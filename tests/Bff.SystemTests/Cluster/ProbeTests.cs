using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Cluster;

public sealed class ProbeTests
{
    [Fact]
    public async Task A_silo_and_a_gateway_are_ready_once_they_have_met()
    {
        await using var fleet = await Fleet.StartAsync(nameof(A_silo_and_a_gateway_are_ready_once_they_have_met));

        (await fleet.Silos[1].ProbeAsync("live")).ShouldBe(200);
        (await fleet.Silos[1].ProbeAsync("startup")).ShouldBe(200);
        (await fleet.Gateways[0].ProbeAsync("live")).ShouldBe(200);
        (await fleet.Gateways[0].ProbeAsync("startup")).ShouldBe(200);
        (await fleet.MembershipRowsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_frozen_silo_is_not_alive()
    {
        await using var fleet = await Fleet.StartAsync(nameof(A_frozen_silo_is_not_alive), new() { Silos = 1, Gateways = 0 });
        var silo = fleet.Silos[0];

        silo.Process.Freeze();
        var frozen = await silo.ProbeAsync("live", seconds: 2);
        silo.Process.Thaw();

        frozen.ShouldBe(0);
        (await silo.ProbeAsync("live", seconds: 30)).ShouldBe(200);
    }
}

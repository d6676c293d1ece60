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

    [Fact]
    public async Task While_v6_is_down_silos_and_gateways_stay_ready_and_alive()
    {
        await using var fleet = await Fleet.StartAsync("probes-without-v6", new() { Silos = 1 });

        await fleet.Sandbox.KillAsync();
        var read = await Storefront.ReadAsync(fleet.Gateways[0].Http, "salon-hk");

        read.Verdict.ShouldBe(Verdict.Failed);
        read.Reply!.ShouldContain("UPSTREAM_UNAVAILABLE");
        var probes = await Task.WhenAll(
            fleet.Silos.Concat(fleet.Gateways).SelectMany(host => new[] { host.ProbeAsync("ready"), host.ProbeAsync("live") }));
        probes.ShouldAllBe(status => status == 200);
    }

    [Fact]
    public async Task A_draining_gateway_is_not_ready_and_still_answers()
    {
        await using var fleet = await Fleet.StartAsync("draining", new()
        {
            Silos = 1,
            Gateway = new Dictionary<string, string> { ["Shutdown:NotReadySeconds"] = "10" },
        });
        var gateway = fleet.Gateways[0];

        gateway.Process.AskToStop();
        await Eventually.BecomesAsync(async () => await gateway.ProbeAsync("ready") == 503, TimeSpan.FromSeconds(8), "the gateway says that it is not ready");
        var read = await Storefront.ReadAsync(gateway.Http, "salon-hk");

        read.Verdict.ShouldBe(Verdict.Done, read.Reply);
        (await gateway.ProbeAsync("live")).ShouldBe(200);
    }

    [Fact]
    public async Task A_gateway_without_silos_is_not_ready_and_becomes_so_when_one_comes()
    {
        await using var fleet = await Fleet.StartAsync("gateway-without-silos", new() { Silos = 1 });

        await fleet.Silos[0].Process.KillAsync();
        await Eventually.BecomesAsync(async () => await fleet.Gateways[0].ProbeAsync("ready", seconds: 10) == 503, TimeSpan.FromSeconds(30), "the gateway notices");
        fleet.StartSilo();

        await fleet.Gateways[0].BecomesReadyAsync();
    }
}

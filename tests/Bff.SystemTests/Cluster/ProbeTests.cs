using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Cluster;

/// <summary>Startup, readiness and liveness apart: each drill takes its processes through several states.</summary>
public sealed class ProbeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Hosts_are_ready_once_they_have_met_and_stay_so_without_v6_until_they_drain()
    {
        await using var fleet = await Fleet.StartAsync("probes", new() { Gateway = new Dictionary<string, string> { ["Shutdown:NotReadySeconds"] = "30" } });
        var gateway = fleet.Gateways[0];
        (await StatusesAsync(fleet.Silos.Append(gateway), "startup", "ready", "live")).ShouldAllBe(status => status == 200);
        (await fleet.MembershipRowsAsync()).ShouldBe(2);
        (await Storefront.ReadAsync(gateway.Http, "salon-hk")).Verdict.ShouldBe(Verdict.Done);

        await fleet.Sandbox.KillAsync();
        var read = await Storefront.ReadAsync(gateway.Http, "yoga-berlin");
        read.Verdict.ShouldBe(Verdict.Failed);
        read.Reply.ShouldContain("UPSTREAM_UNAVAILABLE");
        (await StatusesAsync(fleet.Silos.Append(gateway), "ready", "live")).ShouldAllBe(status => status == 200);

        gateway.Process.AskToStop();
        await Eventually.BecomesAsync(async () => await gateway.ProbeAsync("ready") == 503, TimeSpan.FromSeconds(25), "the gateway says that it is not ready");
        (await gateway.ProbeAsync("live")).ShouldBe(200);
        (await Storefront.ReadAsync(gateway.Http, "salon-hk")).Verdict.ShouldBe(Verdict.Done, "It still answers while it drains.");
    }

    [Fact]
    public async Task A_silo_that_is_frozen_or_deadlocked_is_not_alive_and_one_that_drains_is_alive_and_not_ready()
    {
        await using var fleet = await Fleet.StartAsync("probes-of-a-silo", new() { Silos = 0, Gateways = 0 });
        var deadlock = Path.Combine(TestOutput.Folder("probes-deadlock"), "deadlock");
        var silo = fleet.StartSilo(
            changed: new() { ["Shutdown:NotReadySeconds"] = "30" },
            environment: new() { ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location, [StartupHook.Variable] = deadlock });
        await silo.BecomesReadyAsync();
        await LivesAsync(silo);

        silo.Process.Freeze();
        var frozen = await silo.ProbeAsync("live", seconds: 2);
        silo.Process.Thaw();
        frozen.ShouldNotBe(200);
        await LivesAsync(silo);

        // Every thread of the pool waits for what never comes: the process is there, takes connections and runs nothing.
        await File.WriteAllTextAsync(deadlock, "");
        await Eventually.BecomesAsync(async () => await silo.ProbeAsync("live", seconds: 8) != 200, Patience, "a deadlocked silo is not alive");
        silo.Process.HasExited.ShouldBeFalse();
        (await silo.ProbeAsync("live", seconds: 8)).ShouldNotBe(200);
        File.Delete(deadlock);
        await LivesAsync(silo);

        silo.Process.AskToStop();
        await Eventually.BecomesAsync(async () => await silo.ProbeAsync("ready") == 503, TimeSpan.FromSeconds(25), "the silo says that it is not ready");
        (await silo.ProbeAsync("live")).ShouldBe(200);
    }

    [Fact]
    public async Task A_silo_that_joins_is_not_ready_before_it_is_a_member_and_a_gateway_not_without_one()
    {
        await using var fleet = await Fleet.StartAsync("gateway-without-silos", new() { Silos = 1 });

        await fleet.Silos[0].Process.KillAsync();
        await Eventually.BecomesAsync(async () => await fleet.Gateways[0].ProbeAsync("ready", seconds: 10) == 503, Patience, "the gateway notices");
        var next = fleet.StartSilo();
        List<bool> seen = [];
        await Eventually.BecomesAsync(
            async () =>
            {
                // Asked first: a member stays one.
                var isReady = await next.ProbeAsync("ready") == 200;
                seen.Add(isReady);
                if (isReady)
                {
                    (await fleet.IsActiveMemberAsync(next)).ShouldBeTrue("It said that it was ready.");
                }

                return isReady;
            },
            TimeSpan.FromSeconds(180),
            "the next silo is ready");

        seen[0].ShouldBeFalse("It has to wait until the row of the one before is stale.");
        await fleet.Gateways[0].BecomesReadyAsync();
    }

    private static Task<TimeSpan> LivesAsync(Host host) =>
        Eventually.BecomesAsync(async () => await host.ProbeAsync("live", seconds: 10) == 200, Patience, $"{host.Name} is alive");

    private static async Task<int[]> StatusesAsync(IEnumerable<Host> hosts, params string[] probes) =>
        await Task.WhenAll(hosts.SelectMany(host => probes.Select(probe => host.ProbeAsync(probe, seconds: 20))));
}

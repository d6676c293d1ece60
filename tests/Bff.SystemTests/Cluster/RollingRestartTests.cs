using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Cluster;

/// <summary>What <c>kubectl rollout restart</c> does, by the manifests' own numbers: one pod at a time, SIGTERM, a new one at a new address.</summary>
public sealed class RollingRestartTests(ITestOutputHelper output)
{
    private const double NotReadySeconds = 6;
    private const double ProbePeriodSeconds = 2;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Three_silos_and_two_gateways_restarted_one_by_one_under_load_fail_no_request()
    {
        await using var fleet = await Fleet.StartAsync("rolling-restart", new()
        {
            Silos = 3,
            Gateways = 2,
            Gateway = new Dictionary<string, string> { ["Shutdown:NotReadySeconds"] = $"{NotReadySeconds}" },
        });
        await using var balancer = new Balancer(() => [.. fleet.Gateways], ProbePeriodSeconds);
        await using var load = await Load.StartAsync(balancer);
        await load.PassAsync(reads: 50);

        foreach (var silo in fleet.Silos.ToArray())
        {
            await fleet.StartSilo().BecomesReadyAsync();
            await LeaveAsync(fleet, silo);
            await load.PassAsync(reads: 20);
        }

        foreach (var gateway in fleet.Gateways.ToArray())
        {
            var successor = fleet.StartGateway();
            await successor.BecomesReadyAsync();
            await LeaveAsync(fleet, gateway);
            await load.PassAsync(reads: 20);
        }

        await load.StopAsync();
        output.WriteLine(load.Figures);
        load.FailedReads.ShouldBeEmpty();
        (load.Count(Verdict.Failed) + load.Count(Verdict.Unknown)).ShouldBe(0);
        (await fleet.Sandbox.CountAsync("createGuestBooking", "commits")).ShouldBe(load.Count(Verdict.Done));
    }

    private async Task LeaveAsync(Fleet fleet, Host host)
    {
        var took = await host.Process.StopAsync(Grace);
        output.WriteLine($"{host.Name} left in {took.TotalSeconds:0.0} s");
        host.Process.ExitCode.ShouldBe(0);
        fleet.Forget(host);
    }
}

using Bff.SystemTests.Harness;
using Bff.SystemTests.Kubernetes;
using k8s.Models;

namespace Bff.SystemTests.Cluster;

/// <summary>What <c>kubectl rollout restart</c> does, by the manifests' own numbers: one pod at a time, SIGTERM, a new one at a new address.</summary>
public sealed class RollingRestartTests(ITestOutputHelper output)
{
    // RFC 6455's registry: connect again, elsewhere or later.
    private const int ServiceRestart = 1012;

    // What is drilled is that nothing fails; how long it takes on a machine that starts ten processes beside the load is printed.
    private static readonly Dictionary<string, string> Patient = new()
    {
        ["Cluster:ReadRetry:BudgetSeconds"] = "50",
        ["Cluster:ResponseTimeoutSeconds"] = "45",
        ["Gateway:Limits:OperationTimeoutSeconds"] = "55",
        ["WarmUp:MaxSeconds"] = "3",
    };

    private static readonly Manifests Manifests = Manifests.Of("small");

    [Fact]
    public async Task Three_silos_and_two_gateways_restarted_one_by_one_under_load_fail_no_request()
    {
        await using var fleet = await Fleet.StartAsync("rolling-restart", new()
        {
            Silos = 3,
            Gateways = 2,
            WarmsUp = true,
            Silo = ShutdownOf("silo"),
            Gateway = ShutdownOf("gateway").Concat(Patient).ToDictionary(),
        });
        var probe = PodOf("gateway").Containers[0].ReadinessProbe;
        await using var balancer = new Balancer(() => [.. fleet.Gateways], (double)probe.PeriodSeconds!, (int)probe.FailureThreshold!);
        await using var load = await Load.StartAsync(balancer);
        await load.PassAsync(reads: 50);
        var members = await Task.WhenAll(Enumerable.Range(1, 3).Select(tenant => Member.SignInAsync(balancer.Next(), fleet.Sandbox, $"load-{tenant:00000}")));

        foreach (var silo in fleet.Silos.ToArray())
        {
            await fleet.StartSilo().BecomesReadyAsync();
            await LeaveAsync(fleet, silo, PodOf("silo"));
            await load.PassAsync(reads: 20);
        }

        List<int?> closeCodes = [];
        foreach (var gateway in fleet.Gateways.ToArray())
        {
            var successor = fleet.StartGateway();
            await successor.BecomesReadyAsync();
            await using var socket = await OpenSocket.ToAsync(gateway);
            await LeaveAsync(fleet, gateway, PodOf("gateway"));
            closeCodes.Add(await socket.CloseCodeAsync());
            await load.PassAsync(reads: 20);
        }

        await load.StopAsync();
        output.WriteLine(load.Figures);
        closeCodes.ShouldAllBe(code => code == ServiceRestart);
        load.FailedReads.ShouldBeEmpty();
        (load.Count(Verdict.Failed) + load.Count(Verdict.Unknown)).ShouldBe(0);
        (await fleet.Sandbox.CountAsync("createGuestBooking", "commits")).ShouldBe(load.Count(Verdict.Done));
        (await Task.WhenAll(members.Select(member => member.IsSignedInAsync(fleet.Gateways[0].Http)))).ShouldAllBe(isSignedIn => isSignedIn);
    }

    private static V1PodSpec PodOf(string deployment) => Manifests.Deployment(deployment).Spec.Template.Spec;

    private static Dictionary<string, string> ShutdownOf(string deployment) =>
        Manifests.Settings(deployment).Where(setting => setting.Key.StartsWith("Shutdown__")).ToDictionary(setting => setting.Key.Replace("__", ":"), setting => setting.Value);

    private async Task LeaveAsync(Fleet fleet, Host host, V1PodSpec pod)
    {
        var took = await host.Process.StopAsync(TimeSpan.FromSeconds((double)pod.TerminationGracePeriodSeconds!));
        output.WriteLine($"{host.Name} left in {took.TotalSeconds:0.0} s");
        host.Process.ExitCode.ShouldBe(0);
        fleet.Forget(host);
    }
}

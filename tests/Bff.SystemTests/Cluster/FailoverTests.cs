using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Cluster;

public sealed class FailoverTests(ITestOutputHelper output)
{
    // Two cores run all processes here, and sometimes other work: a deadline that is met several times over at rest must not fail then.
    private const double Slack = 4;

    private static readonly Dictionary<string, string> ImpatientGateway = new()
    {
        ["Cluster:ReadRetry:FirstTrySeconds"] = "1",
        ["Cluster:ResponseTimeoutSeconds"] = "10",
    };

    /// <summary>Probes by which silos find each other dead, and within how many seconds everything is as before; the second is production's.</summary>
    public static TheoryData<int, int, double> Probes => new() { { 1, 2, 3 }, { 2, 3, 10 } };

    [Theory, MemberData(nameof(Probes))]
    public async Task A_silo_killed_under_load_fails_no_read_and_leaves_no_mutation_in_doubt_unsaid(int timeoutSeconds, int missed, double seconds)
    {
        await using var fleet = await Fleet.StartAsync($"kill-one-of-two-{timeoutSeconds}x{missed}", new()
        {
            Gateways = 2,
            Silo = new Dictionary<string, string>
            {
                ["Cluster:Membership:ProbeTimeoutSeconds"] = $"{timeoutSeconds}",
                ["Cluster:Membership:MissedProbes"] = $"{missed}",
            },
            Gateway = timeoutSeconds == 1 ? ImpatientGateway : new Dictionary<string, string>(),
        });
        await using var balancer = new Balancer(() => [.. fleet.Gateways]);
        var members = await Task.WhenAll(Enumerable.Range(1, 4).Select(tenant => Member.SignInAsync(balancer.Next(), fleet.Sandbox, $"load-{tenant:00000}")));
        await using var load = await Load.StartAsync(balancer, members: members);
        await load.PassAsync(reads: 100);

        var killed = TimeProvider.System.GetTimestamp();
        await fleet.Silos[0].Process.KillAsync();
        await load.PassAsync(reads: 500);
        await load.StopAsync();

        var full = load.FullServiceAfter(killed);
        output.WriteLine(load.Figures);
        output.WriteLine($"probes {timeoutSeconds} s × {missed}: full service {full.TotalSeconds:0.0} s after the kill (goal {seconds} s)");
        load.FailedReads.Select(read => read.Reply).ShouldBeEmpty();
        load.SignedIn.Count(read => read.Ended > killed).ShouldBePositive();
        load.Count(Verdict.Failed).ShouldBe(0, string.Join("\n", load.Writes.Where(write => write.Verdict == Verdict.Failed)));
        load.Count(Verdict.Done).ShouldBePositive();
        (await fleet.Sandbox.CountAsync("createGuestBooking", "commits"))
            .ShouldBeInRange(load.Count(Verdict.Done), load.Count(Verdict.Done) + load.Count(Verdict.Unknown));
        full.ShouldBeLessThan(TimeSpan.FromSeconds(seconds * Slack));
    }

    [Fact]
    public async Task The_only_silo_is_replaced_at_a_new_address_within_15_seconds()
    {
        await using var fleet = await Fleet.StartAsync("replace-the-only-silo", new() { Silos = 1, Gateway = ImpatientGateway });
        (await Storefront.ReadAsync(fleet.Gateways[0].Http, "load-00001")).Verdict.ShouldBe(Verdict.Done);

        await fleet.Silos[0].Process.KillAsync();
        var next = fleet.StartSilo();
        var took = await ServesAgainAsync(fleet, "load-00002", seconds: 90);

        output.WriteLine($"served again after {took.TotalSeconds:0.0} s (goal 15 s)");
        output.WriteLine(string.Join("\n", next.Process.Output.Split('\n').Where(line => line.Contains("Bff.")).Take(5)));
        took.ShouldBeLessThan(TimeSpan.FromSeconds(15 * Slack));
    }

    [Fact]
    public async Task All_silos_killed_and_started_elsewhere_serve_again_within_30_seconds()
    {
        await using var fleet = await Fleet.StartAsync("replace-all-silos", new() { Gateway = ImpatientGateway });
        (await Storefront.ReadAsync(fleet.Gateways[0].Http, "load-00001")).Verdict.ShouldBe(Verdict.Done);

        await Task.WhenAll(fleet.Silos.Select(silo => silo.Process.KillAsync()));
        var (first, second) = (fleet.StartSilo(), fleet.StartSilo());
        var took = await ServesAgainAsync(fleet, "load-00002", seconds: 120);
        await Task.WhenAll(first.BecomesReadyAsync(), second.BecomesReadyAsync());

        output.WriteLine($"served again after {took.TotalSeconds:0.0} s (goal 30 s)");
        took.ShouldBeLessThan(TimeSpan.FromSeconds(30 * Slack));
    }

    private static Task<TimeSpan> ServesAgainAsync(Fleet fleet, string tenant, double seconds) => Eventually.BecomesAsync(
        async () => (await Storefront.ReadAsync(fleet.Gateways[0].Http, tenant)).Verdict == Verdict.Done,
        TimeSpan.FromSeconds(seconds),
        "a read of a cold tenant is answered",
        () => string.Join("\n", fleet.Silos.Select(silo => silo.Process.Output)));
}

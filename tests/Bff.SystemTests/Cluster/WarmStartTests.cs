using System.Diagnostics;
using System.Text.RegularExpressions;
using Bff.SystemTests.Harness;
using Bff.SystemTests.Telemetry;

namespace Bff.SystemTests.Cluster;

/// <summary>A gateway that joins a cluster at work: what its first clients get, against what they get when it has been at work for a while.</summary>
public sealed partial class WarmStartTests(ITestOutputHelper output)
{
    private const int First = 100;
    private const int Window = 500;
    private const int Between = 2000;
    private const int WarmWindows = 5;

    // Every tenth request is for a tenant that nobody has asked for: the others get kept replies.
    private const int NewTenantEvery = 10;

    private int requests;

    [Fact]
    public async Task Hosts_are_ready_after_their_warm_up_ask_v6_for_nothing_meanwhile_and_are_fast_from_the_first_request()
    {
        await using var fleet = await Fleet.StartAsync("warm-start", new() { Silos = 1, WarmsUp = true });
        fleet.Silos.Concat(fleet.Gateways).ShouldAllBe(host => WarmUp().IsMatch(host.Process.Output));
        (await fleet.Sandbox.AllCallsAsync()).ShouldBe(0);

        // The silo and this process' own client are warm after this: what is measured is a gateway.
        await MeasureAsync(fleet.Gateways[0], Between);
        var before = await fleet.Sandbox.AllCallsAsync();

        var warmed = await StartAsync(fleet, warmsUp: true);
        WarmUp().Match(warmed.Process.Output).Groups["warm"].Value.ShouldNotBeEmpty(warmed.Process.Output);
        output.WriteLine(WarmUp().Match(warmed.Process.Output).Value);
        (await fleet.Sandbox.AllCallsAsync()).ShouldBe(before);
        await RequireNoTrafficAsync(warmed);
        await ReportAsync("warmed up", warmed);

        var cold = await StartAsync(fleet, warmsUp: false);
        WarmUp().IsMatch(cold.Process.Output).ShouldBeFalse();
        await ReportAsync("not warmed up", cold);

        foreach (var warmsUp in (bool[])[true, false])
        {
            var silo = fleet.StartSilo(changed: new() { ["WarmUp:Enabled"] = $"{warmsUp}" });
            output.WriteLine($"silo ready {(await silo.BecomesReadyAsync()).TotalSeconds:0.0} s after its start");
            output.WriteLine(WarmUp().Match(silo.Process.Output).Value);
            (await Scrape.OfAsync(silo)).Sum("bff_cache_requests_total").ShouldBe(0);
            await ReportAsync(warmsUp ? "a silo joined, warmed up" : "a silo joined, not warmed up", warmed);
        }
    }

    // Another build of the same gateway to measure, such as one that was compiled ahead of time (docs/adr/0046).
    private static string? Program => Environment.GetEnvironmentVariable("BFF_WARM_START_GATEWAY");

    // Ready only after the warm-up has ended: whoever sees the one sees the other.
    private async Task<Host> StartAsync(Fleet fleet, bool warmsUp)
    {
        var gateway = fleet.StartGateway(Program, new() { ["WarmUp:Enabled"] = $"{warmsUp}" });
        var took = await gateway.BecomesReadyAsync();
        output.WriteLine($"ready {took.TotalSeconds:0.0} s after its start");
        return gateway;
    }

    // The first requests, and as many later on, several times, of the same kinds. Of a hundred the p99 is the slowest.
    private async Task ReportAsync(string kind, Host gateway)
    {
        var first = await MeasureAsync(gateway, Window);
        await MeasureAsync(gateway, Between);
        var warm = new List<double[]>();
        for (var i = 0; i < WarmWindows; i++)
        {
            warm.Add(await MeasureAsync(gateway, Window));
        }

        foreach (var count in (int[])[First, Window])
        {
            var begun = At(first[..count], 0.99);
            var later = warm.SelectMany(window => window.Chunk(count)).Select(part => At(part, 0.99)).Order().ToArray();
            output.WriteLine(
                $"{kind}: p99 of the first {count} requests {begun:0.0} ms (p50 {At(first[..count], 0.5):0.0}), of {count} when warm {At(later, 0.5):0.0} ms "
                + $"({later.Length} times: {later[0]:0.0} to {later[^1]:0.0}): ratio {begun / At(later, 0.5):0.0} (goal 2)");
        }
    }

    // What was practised is counted nowhere.
    private static async Task RequireNoTrafficAsync(Host gateway)
    {
        var metrics = await Scrape.OfAsync(gateway);
        metrics.Sum("bff_cache_requests_total").ShouldBe(0);
        metrics.Sum("http_server_request_duration_seconds_count", "http_route=\"/graphql\"").ShouldBe(0);
        gateway.Process.Output.ShouldNotContain("Bff.Access");
    }

    private async Task<double[]> MeasureAsync(Host gateway, int count)
    {
        var took = new double[count];
        for (var i = 0; i < count; i++)
        {
            var tenant = $"load-{1 + (requests++ / NewTenantEvery):00000}";
            var start = Stopwatch.GetTimestamp();
            (await Storefront.ReadAsync(gateway.Http, tenant)).Verdict.ShouldBe(Verdict.Done);
            took[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return took;
    }

    private static double At(double[] values, double share) => values.Order().ElementAt((int)Math.Min(values.Length - 1, values.Length * share));

    [GeneratedRegex("Warm-up ended: warm (?<warm>True|False), .*")]
    private static partial Regex WarmUp();
}

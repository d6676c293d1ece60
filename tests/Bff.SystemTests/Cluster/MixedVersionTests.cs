using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Cluster;

public sealed class MixedVersionTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_previous_build_of_a_silo_works_beside_the_new_one_and_the_new_gateway()
    {
        var previous = await PreviousBuild.SiloAsync();
        await using var fleet = await Fleet.StartAsync("mixed-versions", new() { Silos = 1 });
        var old = fleet.StartSilo(previous);
        await old.BecomesReadyAsync();
        await using var balancer = new Balancer(() => [.. fleet.Gateways]);
        await using var load = await Load.StartAsync(balancer);

        await load.PassAsync(reads: 200);
        await load.StopAsync();

        output.WriteLine(load.Figures);
        load.FailedReads.ShouldBeEmpty();
        load.Count(Verdict.Done).ShouldBePositive();
        (load.Count(Verdict.Failed) + load.Count(Verdict.Unknown)).ShouldBe(0);
        (await Telemetry.Scrape.OfAsync(old)).Sum("bff_upstream_call_duration_seconds_count").ShouldBePositive("The old silo took its share.");
    }
}

using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Cluster;

public sealed class RedisLossTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Without_Redis_for_a_minute_reads_go_on_nothing_crashes_and_the_cluster_is_whole_afterwards()
    {
        await using var fleet = await Fleet.StartAsync("redis-away");
        await using var balancer = new Balancer(() => [.. fleet.Gateways]);
        await using var load = await Load.StartAsync(balancer, readers: 1, writers: 1);
        await load.PassAsync(reads: 20);
        var members = await Task.WhenAll(Enumerable.Range(1, 3).Select(tenant => Member.SignInAsync(balancer.Next(), fleet.Sandbox, $"load-{tenant:00000}")));

        await fleet.Redis.StopAsync();
        await Task.Delay(Outage, TimeProvider.System);
        await fleet.Redis.StartAgainAsync();
        await load.PassAsync(reads: 50);
        await load.StopAsync();

        output.WriteLine(load.Figures);
        load.FailedReads.ShouldBeEmpty();
        load.Count(Verdict.Failed).ShouldBe(0);
        fleet.Silos.Concat(fleet.Gateways).ShouldAllBe(host => !host.Process.HasExited);
        await fleet.StartSilo().BecomesReadyAsync();
        (await Task.WhenAll(members.Select(member => member.IsSignedInAsync(fleet.Gateways[0].Http)))).ShouldAllBe(isSignedIn => isSignedIn);
    }
}

using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Cluster;

public sealed class RedisLossTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(60);

    // What a client is told of a booking whose receipt cannot be written: nothing was sent, come back later.
    private const string NothingSent = "CLUSTER_UNAVAILABLE";

    [Fact]
    public async Task Without_Redis_for_a_minute_reads_go_on_nothing_crashes_and_nothing_that_was_acknowledged_is_lost()
    {
        await using var fleet = await Fleet.StartAsync("redis-away", new() { Gateways = 2 });
        await using var balancer = new Balancer(() => [.. fleet.Gateways]);
        var members = await Task.WhenAll(Enumerable.Range(1, 3).Select(tenant => Member.SignInAsync(balancer.Next(), fleet.Sandbox, $"load-{tenant:00000}")));
        await using var load = await Load.StartAsync(balancer, readers: 1, writers: 1, members);
        await load.PassAsync(reads: 20);
        var before = load.Count(Verdict.Done);

        await fleet.Redis.StopAsync();
        await Task.Delay(Outage, TimeProvider.System);
        await fleet.Redis.StartAgainAsync();
        await load.PassAsync(reads: 50);
        await load.StopAsync();

        output.WriteLine(load.Figures);
        var refused = load.Bookings.Where(booking => booking.Outcome.Verdict is Verdict.Refused).Select(booking => booking.Outcome.Reply).ToArray();
        output.WriteLine($"{before} bookings done before Redis went away, {load.Count(Verdict.Done)} in all; told meanwhile: {refused.FirstOrDefault()}");
        load.FailedReads.Select(read => read.Reply).ShouldBeEmpty();
        load.Count(Verdict.Failed).ShouldBe(0);
        before.ShouldBePositive();
        refused.ShouldNotBeEmpty("While receipts cannot be written, a mutation with a key is not sent.");
        refused.ShouldAllBe(reply => reply.Contains(NothingSent));

        // The one under way when Redis went, and whom a busy machine kept waiting for too long.
        load.Count(Verdict.Unknown).ShouldBeLessThanOrEqualTo(3);
        fleet.Silos.Concat(fleet.Gateways).ShouldAllBe(host => !host.Process.HasExited);
        await fleet.StartSilo().BecomesReadyAsync();
        (await Task.WhenAll(members.Select(member => member.IsSignedInAsync(fleet.Gateways[0].Http)))).ShouldAllBe(isSignedIn => isSignedIn);
        await RequireReceiptsAsync(fleet, load);
    }

    // Who asks again by the key of something that was acknowledged gets the same reply, and v6 books nothing anew.
    private static async Task RequireReceiptsAsync(Fleet fleet, Load load)
    {
        var commits = await fleet.Sandbox.CountAsync("createGuestBooking", "commits");
        foreach (var booking in load.Bookings.Where(booking => booking.Outcome.Verdict is Verdict.Done))
        {
            var again = await Storefront.BookAsync(fleet.Gateways[1].Http, booking.Place, booking.Guest, booking.Key);
            again.Reply.ShouldBe(booking.Outcome.Reply);
        }

        (await fleet.Sandbox.CountAsync("createGuestBooking", "commits")).ShouldBe(commits);
    }
}

using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Cluster;

public sealed class MixedVersionTests(ITestOutputHelper output)
{
    private const string Tenant = "load-00001";

    [Fact]
    public async Task Silos_and_gateways_of_the_previous_build_and_the_new_one_work_together_and_hand_over_what_they_keep()
    {
        // Everything is old; somebody signs in and books by a key.
        var previous = await PreviousBuild.ProgramsAsync();
        await using var fleet = await Fleet.StartAsync("mixed-versions", new() { Silos = 0, Gateways = 0 });
        var (oldSilo, oldGateway) = (fleet.StartSilo(previous.Silo), fleet.StartGateway(previous.Gateway));
        await Task.WhenAll(oldSilo.BecomesReadyAsync(), oldGateway.BecomesReadyAsync());
        var member = await Member.SignInAsync(oldGateway.Http, fleet.Sandbox, Tenant);
        var place = (await Storefront.PlacesAsync(oldGateway.Http, Tenant, inDays: 9))[0];
        var key = Guid.NewGuid().ToString();
        var booked = await Storefront.BookAsync(oldGateway.Http, place, "Guest of two versions", key, member.Token);
        booked.Verdict.ShouldBe(Verdict.Done, booked.Reply);

        // Both builds side by side, as in the middle of a rollout.
        var (newSilo, newGateway) = (fleet.StartSilo(), fleet.StartGateway());
        await Task.WhenAll(newSilo.BecomesReadyAsync(), newGateway.BecomesReadyAsync());
        await using (var balancer = new Balancer(() => [.. fleet.Gateways]))
        {
            await using var load = await Load.StartAsync(balancer, members: [member]);
            await load.PassAsync(reads: 300);
            await load.StopAsync();
            output.WriteLine(load.Figures);
            load.FailedReads.Select(read => read.Reply).ShouldBeEmpty();
            load.SignedIn.ShouldNotBeEmpty();
            load.Count(Verdict.Done).ShouldBePositive();
            (load.Count(Verdict.Failed) + load.Count(Verdict.Unknown)).ShouldBe(0);
        }

        (await Telemetry.Scrape.OfAsync(oldSilo)).Sum("bff_upstream_call_duration_seconds_count").ShouldBePositive("The old silo took its share.");
        (await Telemetry.Scrape.OfAsync(newSilo)).Sum("bff_upstream_call_duration_seconds_count").ShouldBePositive("The new silo took its share.");

        // The old silo leaves: the old gateway and the new one find session and receipt in the new silo.
        await oldSilo.Process.StopAsync(TimeSpan.FromSeconds(90));
        fleet.Forget(oldSilo);
        var commits = await fleet.Sandbox.CountAsync("createGuestBooking", "commits");
        foreach (var gateway in (Host[])[oldGateway, newGateway])
        {
            (await member.IsSignedInAsync(gateway.Http)).ShouldBeTrue(gateway.Name);
            (await Storefront.BookAsync(gateway.Http, place, "Guest of two versions", key, member.Token)).Reply.ShouldBe(booked.Reply, gateway.Name);
        }

        (await fleet.Sandbox.CountAsync("createGuestBooking", "commits")).ShouldBe(commits);
    }
}

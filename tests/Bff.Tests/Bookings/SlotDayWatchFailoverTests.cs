using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>Watching a day whose silo dies.</summary>
public sealed class SlotDayWatchFailoverTests
{
    [Fact]
    public async Task A_thousand_watchers_of_a_day_whose_silo_dies_soon_have_a_fresh_snapshot_and_go_on_from_there()
    {
        await using var bff = await BffFixture.StartAsync(new BffSetup { Silos = 3, Gateways = 2, Storage = new OutlivingStorage() });
        var guest = new Guest(bff, bff.NewTenant());
        var slots = await guest.FindSlotsAsync();
        using var crowd = await DayCrowd.GatherAsync(bff, guest, slots[0], watchers: 1000, gateways: 2);
        await guest.BookAsync(slots[0]);
        await crowd.AllSeeAsync(events => events.Count == 2, "the first booking");

        await bff.Cluster.KillSiloAsync(await SiloOf.DayAsync(bff, guest.Tenant, slots[0]), CancellationToken.None);
        var wait = await crowd.AllSeeAsync(events => events.Count == 3 && events[2].IsSnapshot, "a snapshot of the new owner");
        TestContext.Current.TestOutputHelper!.WriteLine($"everybody had a fresh snapshot {wait.TotalSeconds:0.0} s after the silo had died");
        await guest.BookAsync(slots[1]);
        await crowd.AllSeeAsync(events => events.Count == 4, "the second booking");

        crowd.IsContiguous.ShouldBeTrue();
        crowd.Seen.ShouldAllBe(events => events[2].PlacesLeft[slots[0].StartsAt] == slots[0].RemainingCapacity - 1);
        crowd.Seen.ShouldAllBe(events => events[3].PlacesLeft[slots[1].StartsAt] == slots[1].RemainingCapacity - 1);
        wait.ShouldBeLessThan(TimeSpan.FromSeconds(15), "five seconds on a machine that does nothing else");
    }
}

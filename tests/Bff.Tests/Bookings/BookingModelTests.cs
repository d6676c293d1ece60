using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;
using CsCheck;

namespace Bff.Tests.Bookings;

/// <summary>Random stories of bookings, cancellations, moves, repeated requests, faults and deaths: v6's committed state is what clients were told.</summary>
public sealed class BookingModelTests
{
    private const int Customers = 3;
    private const int Slots = 5;

    private static readonly FaultKind?[] Faults =
        [null, null, null, FaultKind.ResetAfterCommit, FaultKind.ResetBeforeCommit, FaultKind.Status, FaultKind.Garbage, FaultKind.Race, FaultKind.RaceConflict];

    private static readonly Gen<Step> Steps =
        Gen.Select(Gen.Enum<Deed>(), Gen.Int[0, Customers - 1], Gen.Int[0, Slots - 1], Gen.Int[0, 9], (deed, who, slot, which) => new Step(deed, who, slot, which));

    private static Gen<Scene[]> StoriesWith(Gen<bool> kills) =>
        Gen.Select(Steps.Array[1, 6], Gen.Int[0, Faults.Length - 1], kills, (steps, fault, kill) => new Scene(steps, Faults[fault], kill)).Array[2, 8];

    [Fact]
    public async Task What_customers_were_told_is_what_v6_has()
    {
        await using var bff = await BffFixture.StartAsync(new BffSetup { Silos = 2 });
        var slots = await FindSlotsAsync(bff);

        await StoriesWith(Gen.Const(false)).SampleAsync(story => PlayAsync(bff, slots, story), iter: 40, threads: 1, print: Text);
    }

    [Fact]
    public async Task What_customers_were_told_is_what_v6_has_although_silos_die()
    {
        await using var bff = await BffFixture.StartAsync(new BffSetup { Silos = 2, Storage = new OutlivingStorage() });
        var slots = await FindSlotsAsync(bff);

        await StoriesWith(Gen.Int[0, 3].Select(one => one == 0)).SampleAsync(story => PlayAsync(bff, slots, story), iter: 4, threads: 1, print: Text);
    }

    private static string Text(Scene[] story) => string.Join("\n", story.AsEnumerable());

    // Once, while all is well: every tenant has the same services and slots.
    private static async Task<SeenSlot[]> FindSlotsAsync(BffFixture bff)
    {
        var guest = new Guest(bff, bff.NewTenant());
        return [.. (await guest.FindSlotsAsync(capacity: 1)).Take(3), .. (await guest.FindSlotsAsync(capacity: 8)).Take(2)];
    }

    private static async Task PlayAsync(BffFixture bff, SeenSlot[] slots, Scene[] scenes)
    {
        var tenant = bff.NewTenant();
        Device[] customers = [.. Enumerable.Range(0, Customers).Select(_ => Device.WithToken(bff, tenant))];
        var story = new BookingStory(bff, customers, slots);
        foreach (var scene in scenes)
        {
            await story.PlayAsync(scene);
        }

        bff.V6.Recover();
        story.ShouldBeTrue();
    }
}

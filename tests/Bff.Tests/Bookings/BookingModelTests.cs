using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;
using CsCheck;

namespace Bff.Tests.Bookings;

/// <summary>Random stories of bookings, cancellations, moves, requests repeated by their key, faults and deaths: v6's committed state is what clients were told.</summary>
public sealed class BookingModelTests
{
    private const int Customers = 3;
    private const int Slots = 5;
    private const int SecondsWithDeaths = 60;

    private static readonly FaultKind?[] Faults =
    [
        null, null, null, FaultKind.ResetAfterCommit, FaultKind.ResetBeforeCommit, FaultKind.Status, FaultKind.Garbage, FaultKind.Race, FaultKind.RaceConflict, FaultKind.LateCommit,
    ];

    private static readonly Gen<Step> Steps =
        Gen.Select(Gen.Enum<Deed>(), Gen.Int[0, Customers - 1], Gen.Int[0, Slots - 1], Gen.Int[0, 9], (deed, who, slot, which) => new Step(deed, who, slot, which));

    private readonly ShiftableTime time = new();
    private int stories;
    private int deaths;
    private int lost;
    private int found;

    private static Gen<Scene[]> StoriesWith(Gen<bool> kills) =>
        Gen.Select(Steps.Array[1, 6], Gen.Int[0, Faults.Length - 1], kills, (steps, fault, kill) => new Scene(steps, Faults[fault], kill)).Array[2, 8];

    [Fact]
    public async Task What_customers_were_told_is_what_v6_has()
    {
        await using var bff = await StartAsync(silos: 2);
        var slots = await FindSlotsAsync(bff);

        await StoriesWith(Gen.Const(false)).SampleAsync(story => PlayAsync(bff, slots, story), iter: 40, threads: 1, print: Text);
        Report();
    }

    [Fact]
    public async Task What_customers_were_told_is_what_v6_has_although_silos_die()
    {
        await using var bff = await StartAsync(silos: 3);
        var slots = await FindSlotsAsync(bff);

        await StoriesWith(Gen.Bool).SampleAsync(story => PlayAsync(bff, slots, story), time: SecondsWithDeaths, threads: 1, print: Text);
        Report();
        deaths.ShouldBeGreaterThan(0, "no silo died, so nothing was shown");
    }

    private static string Text(Scene[] story) => string.Join("\n", story.AsEnumerable());

    private Task<BffFixture> StartAsync(short silos) => BffFixture.StartAsync(new BffSetup
    {
        Silos = silos,
        Gateways = 2,
        AuthTime = time,
        Storage = new OutlivingStorage(),
        Settings = new Dictionary<string, string?> { ["Receipts:LookEvery"] = "00:00:00" },
    });

    // Once, while all is well: every tenant has the same services and slots.
    private static async Task<SeenSlot[]> FindSlotsAsync(BffFixture bff)
    {
        var guest = new Guest(bff, bff.NewTenant());
        return [.. (await guest.FindSlotsAsync(capacity: 1)).Take(3), .. (await guest.FindSlotsAsync(capacity: 8)).Take(2)];
    }

    private async Task PlayAsync(BffFixture bff, SeenSlot[] slots, Scene[] scenes)
    {
        var tenant = bff.NewTenant();
        Device[] customers = [.. Enumerable.Range(0, Customers).Select(_ => Device.WithToken(bff, tenant))];
        var story = new BookingStory(bff, customers, slots);
        foreach (var scene in scenes)
        {
            await story.PlayAsync(scene);
        }

        bff.V6.Recover();
        time.Advance(TimeSpan.FromMinutes(2));
        bff.V6.Advance(TimeSpan.FromMinutes(2));
        await story.ResolveAsync();
        story.ShouldBeTrue();
        (stories, deaths, lost, found) = (stories + 1, deaths + scenes.Count(scene => scene.Kills), lost + story.Lost, found + story.Found);
    }

    private void Report() => TestContext.Current.TestOutputHelper!.WriteLine(
        $"{stories} stories, {deaths} silos died; {lost} outcomes were unknown at first, {found} of them were found later");
}

using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>Two hundred for one place, over three silos of which one dies every few hundred milliseconds, before a v6 that would sell it to many.</summary>
public sealed class SlotRaceTests
{
    private const int Racers = 200;
    private const string Create = "createGuestBooking";
    private const string Lost = "SlotTakenError";

    private static readonly BffSetup ThreeSilos = new() { Silos = 3, Gateways = 2, Settings = HoldingBff.ShortHolds };

    [Fact]
    public async Task Of_two_hundred_one_gets_the_place_and_v6_is_asked_once()
    {
        await using var bff = await BffFixture.StartAsync(ThreeSilos with { Settings = new Dictionary<string, string?>() });
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync(capacity: 1);
        bff.V6.Fail(new FaultRule { OperationId = Create, Kind = FaultKind.Race, DelayMs = 300, Parties = Racers });

        var words = await Task.WhenAll(Enumerable.Range(0, Racers).Select(async racer => (await guest.TryBookAsync(slot, racer % 2)).Word(Create)));

        words.Count(word => word == "BOOKED").ShouldBe(1);
        words.Count(word => word == Lost).ShouldBe(Racers - 1);
        bff.V6.Calls(Create, guest.Tenant).ShouldBe(1);
        bff.V6.Bookings(guest.Tenant).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Of_two_hundred_one_gets_the_place_although_silos_die(int seed)
    {
        await using var bff = await BffFixture.StartAsync(ThreeSilos with { Storage = new OutlivingStorage() });
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync(capacity: 1);
        bff.V6.Fail(new FaultRule { OperationId = Create, Kind = FaultKind.Race, DelayMs = 300, Parties = Racers });
        using var enough = new CancellationTokenSource();
        var deaths = KillSilosAsync(bff, new Random(seed), enough.Token);

        var racers = await Task.WhenAll(Enumerable.Range(0, Racers).Select(racer => RaceAsync(bff, guest, slot, $"+852{60_000_000 + racer}", racer % 2)));
        await enough.CancelAsync();

        (await deaths).ShouldBeGreaterThan(0, "no silo died, so nothing was shown");
        var winner = bff.V6.Bookings(guest.Tenant).ShouldHaveSingleItem($"seed {seed}");
        racers.Where(racer => racer.Phone != winner.Phone).ShouldAllBe(racer => !racer.Words.Contains("BOOKED"));
        racers.Single(racer => racer.Phone == winner.Phone).Words.ShouldContain(word => word != Lost, "the winner was never told to have lost only");
        bff.V6.Calls(Create, guest.Tenant).ShouldBeLessThan(Racers / 4, "those who lost in the grain cost v6 nothing");
    }

    // Somebody who is not told what became of the booking looks, as a person would, and tries again while the place is not sold.
    private static async Task<(string Phone, IReadOnlyList<string> Words)> RaceAsync(BffFixture bff, Guest guest, SeenSlot slot, string phone, int gateway)
    {
        var words = new List<string>();
        do
        {
            words.Add((await guest.TryBookAsync(slot, gateway, ("customerPhone", phone))).Word(Create));
        }
        while (words[^1] != "BOOKED" && bff.V6.Bookings(guest.Tenant).Count == 0);

        return (phone, words);
    }

    private static async Task<int> KillSilosAsync(BffFixture bff, Random random, CancellationToken enough)
    {
        var deaths = 0;
        while (!enough.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(100, 500)), TimeProvider.System, CancellationToken.None);
            var silos = bff.Cluster.Silos.Where(silo => silo.IsActive).ToArray();
            await bff.Cluster.KillSiloAsync(silos[random.Next(silos.Length)], CancellationToken.None);
            deaths++;
            await bff.Cluster.StartAdditionalSiloAsync();
        }

        return deaths;
    }
}

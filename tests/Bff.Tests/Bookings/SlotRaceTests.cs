using System.Text.Json;
using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>Two hundred for one place, over three silos of which one dies every few hundred milliseconds, before a v6 that would sell it to many.</summary>
public sealed class SlotRaceTests
{
    private const int Racers = 200;
    private const string Create = "createGuestBooking";
    private const string Booked = "BOOKED";
    private const string Lost = "SlotTakenError";
    private const string Unknown = "UnknownOutcomeError";
    private const string ComeAgain = "";

    // A place whose booking may have died with its silo is given to the next soon; one that was sold stays sold to the end.
    private static readonly BffSetup ThreeSilos = new()
    {
        Silos = 3,
        Gateways = 2,
        Settings = new Dictionary<string, string?> { ["Bookings:HoldUnknownFor"] = "00:00:02", ["Bookings:JustTakenFor"] = "00:10:00" },
    };

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
    [InlineData(3)]
    [InlineData(4)]
    public async Task Of_two_hundred_one_gets_the_place_although_silos_die(int seed)
    {
        var time = new ShiftableTime();
        await using var bff = await BffFixture.StartAsync(ThreeSilos with { Storage = new OutlivingStorage(), AuthTime = time });
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync(capacity: 1);
        bff.V6.Fail(new FaultRule { OperationId = Create, Kind = FaultKind.Race, DelayMs = 300, Parties = Racers });
        using var enough = new CancellationTokenSource();
        var deaths = KillSilosAsync(bff, new Random(seed), enough.Token);

        var racers = await Task.WhenAll(Enumerable.Range(0, Racers).Select(number => RaceAsync(bff, guest, slot, number)));
        await enough.CancelAsync();
        var died = await deaths;

        // Every try has a typed end, and one of them is a booking: v6's only one.
        var tries = racers.SelectMany(racer => racer.Tries).ToArray();
        var (sent, refused) = (bff.V6.Calls(Create, guest.Tenant), bff.V6.Refusals(Create, guest.Tenant));
        Output.WriteLine(
            $"seed {seed}: {died} silos died; {tries.Length} tries of {Racers} racers, of which {tries.Count(one => one.Word == Unknown)} unknown; "
            + $"v6 was asked {sent} times and refused {refused}");
        died.ShouldBeGreaterThan(0, "no silo died, so nothing was shown");
        tries.Select(one => one.Word).Distinct().ShouldBeSubsetOf([Booked, Lost, Unknown]);
        var winner = bff.V6.Bookings(guest.Tenant).ShouldHaveSingleItem($"seed {seed}");
        foreach (var racer in racers)
        {
            var isWinner = racer.Phone == winner.Phone;
            racer.Tries.Count(one => one.Word == Booked).ShouldBe(isWinner && racer.Tries[^1].Word == Booked ? 1 : 0, $"seed {seed}");
            (isWinner || racer.Tries[^1].Word is Lost or Unknown).ShouldBeTrue($"seed {seed}: {racer.Tries[^1].Word}");
            racer.Tries[^1].Word.ShouldNotBe(isWinner ? Lost : Booked, "the winner is never told to have lost only, and nobody else to have won");
        }

        // Whom the grain told was not sent: v6 was asked once, and once more at most for each that died with a booking in its hands. Those
        // whom v6 refused itself came when nobody knew any more of the one that had been made.
        (sent - refused).ShouldBeLessThanOrEqualTo(1 + died, $"seed {seed}");
        sent.ShouldBeLessThan(Racers / 4, "those who lost in the grain cost v6 nothing");
        time.Advance(TimeSpan.FromMinutes(2));
        foreach (var (phone, key) in racers.Where(racer => racer.Phone != winner.Phone).SelectMany(racer => racer.Tries.Where(one => one.Word == Unknown).Select(one => (racer.Phone, one.Key))))
        {
            (await HasLostAsync(bff, guest, slot, phone, key)).ShouldBeTrue($"seed {seed}: what was unknown to {phone}");
        }

        bff.V6.Bookings(guest.Tenant).Count.ShouldBe(1);
    }

    private static ITestOutputHelper Output => TestContext.Current.TestOutputHelper!;

    // A client keeps to its key until it is given a typed end. Somebody who is not told what became of the booking looks, as a person would,
    // and tries again while the place is not sold.
    private static async Task<(string Phone, IReadOnlyList<(string Word, string Key)> Tries)> RaceAsync(BffFixture bff, Guest guest, SeenSlot slot, int number)
    {
        var phone = $"+852{60_000_000 + number}";
        var tries = new List<(string Word, string Key)>();
        do
        {
            var key = $"{phone}-{tries.Count}";
            string word;
            do
            {
                word = Word(await guest.TryBookAsync(slot, number % 2, ("customerPhone", phone), ("idempotencyKey", key)));
            }
            while (word == ComeAgain);

            tries.Add((word, key));
        }
        while (tries[^1].Word != Booked && bff.V6.Bookings(guest.Tenant).Count == 0);

        return (phone, tries);
    }

    // What a client sends again under its key: the call did not come back, or nothing could be written down.
    private static string Word(StorefrontReply reply)
    {
        var word = reply.Errors.Count > 0 ? ComeAgain : reply.Word(Create);
        return word == "RefusedError" && reply.Text.Contains("CLUSTER_UNAVAILABLE", StringComparison.Ordinal) ? ComeAgain : word;
    }

    // By its key each finds what became of it. Where there is no receipt nothing was ever sent, and asking again gives an end.
    private static async Task<bool> HasLostAsync(BffFixture bff, Guest guest, SeenSlot slot, string phone, string key)
    {
        string? status = null;
        await Eventually.BecomesAsync(
            async () =>
            {
                var reply = await bff.Storefront(guest.Tenant).SendAsync("query($key: String!) { mutationReceipt(key: $key) { status } }", new { key });
                var receipt = reply.Errors.Count > 0 ? default : reply.Data.GetProperty("mutationReceipt");
                status = receipt.ValueKind is JsonValueKind.Object ? receipt.GetProperty("status").GetString() : receipt.ValueKind is JsonValueKind.Null ? "" : "PENDING";
                return status != "PENDING";
            },
            "the receipt has an end");
        return status is "UNKNOWN" or "REJECTED"
            || (status == "" && Word(await guest.TryBookAsync(slot, 0, ("customerPhone", phone), ("idempotencyKey", key))) is Lost or Unknown or ComeAgain);
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

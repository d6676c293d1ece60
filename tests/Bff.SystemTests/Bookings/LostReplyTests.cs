using Bff.SystemTests.Harness;
using Bff.SystemTests.Telemetry;

namespace Bff.SystemTests.Bookings;

/// <summary>Bookings whose reply gets lost between v6 and the client, over real processes.</summary>
public sealed class LostReplyTests
{
    private const string Tenant = "load-00001";
    private const string Create = "createGuestBooking";
    private const int Bookers = 8;

    private const string Document =
        "mutation($input: CreateGuestBookingInput!) { createGuestBooking(input: $input) { booking { id startsAt status } errors { __typename ... on Error { code } } } }";

    [Fact]
    public async Task A_silo_killed_after_v6_has_booked_costs_nobody_a_booking_and_a_retry_elsewhere_gives_it()
    {
        await using var fleet = await Fleet.StartAsync(nameof(A_silo_killed_after_v6_has_booked_costs_nobody_a_booking_and_a_retry_elsewhere_gives_it), new() { Gateways = 2 });
        var bookers = await BookersAsync(fleet);

        // v6 has committed when the first of its reply comes; the rest takes so long that a silo dies meanwhile.
        await fleet.Sandbox.FailAsync(new { operationId = Create, kind = "slowBody", delayMs = 10_000 });
        var first = bookers.Select(booker => booker.BookAsync(fleet.Gateways[0])).ToArray();
        await Eventually.BecomesAsync(async () => await fleet.Sandbox.CountAsync(Create, "commits") == Bookers, TimeSpan.FromSeconds(30), "v6 has made all bookings");
        var killed = await BusiestAsync(fleet);
        await killed.Process.KillAsync();
        fleet.Forget(killed);
        var codes = (await Task.WhenAll(first)).Select(reply => reply.Code).ToArray();
        await fleet.Sandbox.RecoverAsync();
        var lost = (await Scrape.OfAsync(fleet.Gateways)).Sum("bff_cluster_mutations_unknown_total");

        foreach (var booker in bookers)
        {
            await Eventually.BecomesAsync(async () => (await booker.BookAsync(fleet.Gateways[1])).Code is "", TimeSpan.FromSeconds(60), "the booking is found");
            var replies = new[] { await booker.BookAsync(fleet.Gateways[1]), await booker.BookAsync(fleet.Gateways[0]) };
            replies[1].ShouldBe(replies[0]);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{Bookers} bookings, a silo killed before their replies were there: {lost} replies lost, {codes.Count(code => code is not "")} outcomes unknown until the retry");
        codes.ShouldBeSubsetOf(["", "UNKNOWN_OUTCOME"]);
        lost.ShouldBeGreaterThan(0, "no reply was lost, so nothing was shown");
        (await fleet.Sandbox.CountAsync(Create)).ShouldBe(Bookers);
        (await fleet.Sandbox.CountAsync(Create, "commits")).ShouldBe(Bookers);
    }

    [Fact]
    public async Task When_v6_goes_down_with_a_booking_in_its_hands_the_outcome_is_unknown_and_never_failed()
    {
        await using var fleet = await Fleet.StartAsync(nameof(When_v6_goes_down_with_a_booking_in_its_hands_the_outcome_is_unknown_and_never_failed), new() { Silos = 1 });
        var booker = (await BookersAsync(fleet))[0];
        await fleet.Sandbox.FailAsync(new { operationId = Create, kind = "hang" });

        var asked = booker.BookAsync(fleet.Gateways[0]);
        await Eventually.BecomesAsync(async () => await fleet.Sandbox.CountAsync(Create) == 1, TimeSpan.FromSeconds(30), "v6 has the booking in its hands");
        await fleet.Sandbox.KillAsync();
        var first = await asked;
        var again = await booker.BookAsync(fleet.Gateways[0]);

        first.Code.ShouldBe("UNKNOWN_OUTCOME");
        again.Code.ShouldBe("UNKNOWN_OUTCOME");
    }

    // Where bookings are made is Orleans' choice, and it may be one silo for all of them.
    private static async Task<Host> BusiestAsync(Fleet fleet)
    {
        var calls = new List<(Host Silo, double Calls)>();
        await Eventually.BecomesAsync(
            async () =>
            {
                calls.Clear();
                foreach (var silo in fleet.Silos)
                {
                    calls.Add((silo, (await Scrape.OfAsync(silo)).Sum("bff_upstream_call_active", $"operation=\"{Create}\"")));
                }

                return calls.Sum(silo => silo.Calls) >= Bookers;
            },
            TimeSpan.FromSeconds(8),
            "the silos wait for v6 with all bookings");
        return calls.MaxBy(silo => silo.Calls).Silo;
    }

    private static async Task<Booker[]> BookersAsync(Fleet fleet)
    {
        var places = await Storefront.PlacesAsync(fleet.Gateways[0].Http, Tenant, inDays: 3);
        var oneOfEachService = places.DistinctBy(place => place.ServiceId).Take(Bookers).ToArray();
        oneOfEachService.Length.ShouldBe(Bookers);
        var bookers = new List<Booker>();
        foreach (var place in oneOfEachService)
        {
            bookers.Add(new Booker(await Member.SignInAsync(fleet.Gateways[0].Http, fleet.Sandbox, Tenant), place, Guid.NewGuid().ToString()));
        }

        return [.. bookers];
    }

    /// <summary>A payload as it came, and its first code; empty when it is done.</summary>
    private sealed record Reply(string Text, string Code);

    /// <summary>A customer who wants one place, and says so with the same key again and again.</summary>
    private sealed record Booker(Member Member, Place Place, string Key)
    {
        public async Task<Reply> BookAsync(Host gateway)
        {
            var input = new
            {
                serviceId = Place.ServiceId,
                occurrenceStart = Place.StartsAt,
                occurrenceEnd = Place.EndsAt,
                customerName = "Drill",
                customerPhone = Member.Phone,
                customerEmail = Member.Email,
                idempotencyKey = Key,
            };
            var reply = await Storefront.SendAsync(gateway.Http, Tenant, Document, new { input }, Member.Token);
            if (reply.TryGetProperty("errors", out var errors))
            {
                return new Reply($"{reply}", $"{errors[0].GetProperty("extensions").GetProperty("code")}");
            }

            var payload = reply.GetProperty("data").GetProperty(Create);
            return new Reply(payload.GetRawText(), payload.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()!).FirstOrDefault(""));
        }
    }
}

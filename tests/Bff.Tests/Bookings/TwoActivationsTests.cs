using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>
/// Two clusters that do not know of each other, over the same storage and the same v6: what a partition or a moment of production's grain
/// directory does, for as long as the test likes. Each has an activation of its own for the same day.
/// </summary>
public sealed class TwoActivationsTests : IAsyncLifetime
{
    private const string Create = "createGuestBooking";

    private readonly OutlivingStorage storage = new();
    private BffFixture one = null!;
    private BffFixture other = null!;

    public async ValueTask InitializeAsync()
    {
        one = await BffFixture.StartAsync(new BffSetup { Storage = storage });
        other = await BffFixture.StartAsync(new BffSetup { Storage = storage, SameV6As = one });
    }

    public async ValueTask DisposeAsync()
    {
        await other.DisposeAsync();
        await one.DisposeAsync();
    }

    [Fact]
    public async Task Only_one_of_two_activations_sells_the_place_although_v6_would_sell_it_to_both()
    {
        var tenant = one.NewTenant();
        Guest[] guests = [new(one, tenant), new(other, tenant)];
        var slot = await guests[0].FindSlotAsync(capacity: 1);
        one.V6.Fail(new FaultRule { OperationId = Create, Kind = FaultKind.Race, DelayMs = 1000, Parties = 2 });

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(racer => guests[racer % 2].BookAsync(slot)));

        one.V6.Bookings(tenant).Count.ShouldBe(1);
        replies.Count(reply => reply.BookingId() is not null).ShouldBe(1);
        replies.Count(reply => reply.Error() == "SlotTakenError").ShouldBe(39);
        one.V6.Calls(Create, tenant).ShouldBe(1);
    }

    [Fact]
    public async Task An_activation_that_missed_the_other_s_booking_finds_out_when_it_writes()
    {
        var tenant = one.NewTenant();
        Guest[] guests = [new(one, tenant), new(other, tenant)];
        var slots = await guests[0].FindSlotsAsync(capacity: 1);
        await guests[1].BookAsync(slots[0]);
        await guests[0].BookAsync(slots[1]);
        var conflicts = storage.Conflicts;

        // The other one last saw the day before the second booking.
        var payload = await guests[1].BookAsync(slots[1]);

        payload.Error().ShouldBe("SlotTakenError");
        storage.Conflicts.ShouldBeGreaterThan(conflicts);
        one.V6.Bookings(tenant).Count.ShouldBe(2);
        one.V6.Calls(Create, tenant).ShouldBe(2);
    }

    [Fact]
    public async Task A_crowd_at_many_places_through_two_activations_gets_each_place_once()
    {
        var tenant = one.NewTenant();
        Guest[] guests = [new(one, tenant), new(other, tenant)];
        var slots = await guests[0].FindSlotsAsync(capacity: 1);
        one.V6.Fail(new FaultRule { OperationId = Create, Kind = FaultKind.Race, DelayMs = 50, Parties = 8 });

        var replies = await Task.WhenAll(Enumerable.Range(0, 10 * slots.Count).Select(racer => guests[racer % 2].BookAsync(slots[racer / 10])));

        var sold = one.V6.Bookings(tenant).GroupBy(booking => booking.StartsAt).ToArray();
        sold.ShouldAllBe(place => place.Count() == 1);
        replies.Count(reply => reply.BookingId() is not null).ShouldBe(sold.Length);
        replies.ShouldAllBe(reply => reply.BookingId() != null || reply.Error() == "SlotTakenError" || reply.Error() == "RefusedError");
    }
}

using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>Who is too late for a place that another booking holds or has just taken, and who is not.</summary>
public sealed class SlotHoldTests(HoldingBff shared) : IClassFixture<HoldingBff>
{
    private const string Create = "createGuestBooking";

    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task Who_comes_after_a_booking_is_told_without_asking_v6_and_offered_no_slot_that_is_gone()
    {
        var guest = new Guest(bff, bff.NewTenant());
        var slots = await guest.FindSlotsAsync(capacity: 1);
        await guest.BookAsync(slots[0]);
        await guest.BookAsync(slots[1]);
        var asked = bff.V6.AllCalls(guest.Tenant);

        var payload = await guest.BookAsync(slots[1]);

        payload.Error().ShouldBe("SlotTakenError");
        bff.V6.AllCalls(guest.Tenant).ShouldBe(asked);
        var alternatives = payload.GetProperty("errors")[0].GetProperty("alternatives").EnumerateArray().Select(slot => slot.GetProperty("startsAt").GetString()).ToArray();
        alternatives.ShouldNotBeEmpty();
        alternatives.ShouldNotContain(slots[0].StartsAt);
    }

    [Fact]
    public async Task While_v6_is_asked_for_one_slot_its_rival_is_told_and_another_slot_is_not_held_up()
    {
        await using var own = await BffFixture.StartAsync();
        var guest = new Guest(own, own.NewTenant());
        var slots = await guest.FindSlotsAsync(capacity: 1);
        own.V6.Fail(new FaultRule { OperationId = Create, Kind = FaultKind.Latency, DelayMs = 1000 });

        var replies = await Task.WhenAll(guest.BookAsync(slots[0]), guest.BookAsync(slots[0]), guest.BookAsync(slots[4]));

        replies.Count(reply => reply.Error() == "SlotTakenError").ShouldBe(1);
        replies[2].Error().ShouldBeNull();
        own.V6.Calls(Create, guest.Tenant).ShouldBe(2);
        own.V6.MostAtOnce(Create, guest.Tenant).ShouldBe(2);
    }

    [Fact]
    public async Task A_class_takes_as_many_at_once_as_it_has_places_although_v6_would_take_more()
    {
        await using var own = await BffFixture.StartAsync();
        var guest = new Guest(own, own.NewTenant());
        var slot = await guest.FindSlotAsync(capacity: 8);
        own.V6.Fail(new FaultRule { OperationId = Create, Kind = FaultKind.Race, DelayMs = 500, Parties = 8 });

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => guest.BookAsync(slot)));

        replies.Count(reply => reply.BookingId() is not null).ShouldBe(8);
        replies.Count(reply => reply.Error() == "SlotTakenError").ShouldBe(12);
        own.V6.Calls(Create, guest.Tenant).ShouldBe(8);
        own.V6.MostAtOnce(Create, guest.Tenant).ShouldBe(8);
    }

    [Fact]
    public async Task A_place_that_v6_refused_to_the_first_goes_to_the_next()
    {
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync(capacity: 1);
        (await guest.BookAsync(slot, change: ("staffId", "nobody"))).Error().ShouldBe("NotFoundError");

        var payload = await guest.BookAsync(slot);

        payload.BookingId().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_place_whose_booking_got_no_answer_is_kept_and_another_is_told_without_asking_v6()
    {
        await using var own = await BffFixture.StartAsync();
        var guest = new Guest(own, own.NewTenant());
        var slot = await guest.FindSlotAsync(capacity: 1);
        own.V6.Fail(new FaultRule { OperationId = Create, Kind = FaultKind.ResetBeforeCommit, Times = 1 });
        (await guest.BookAsync(slot)).Error().ShouldBe("UnknownOutcomeError");

        var payload = await guest.BookAsync(slot);

        payload.Error().ShouldBe("SlotTakenError");
        (await guest.ReadSlotAsync(slot)).GetProperty("available").GetBoolean().ShouldBeFalse();
        own.V6.Calls(Create, guest.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_place_that_nobody_got_is_free_again_when_its_time_is_over()
    {
        await using var own = await BffFixture.StartAsync(new BffSetup { Settings = HoldingBff.ShortHolds });
        var guest = new Guest(own, own.NewTenant());
        var slot = await guest.FindSlotAsync(capacity: 1);
        own.V6.Fail(new FaultRule { OperationId = Create, Kind = FaultKind.ResetBeforeCommit, Times = 1 });
        (await guest.BookAsync(slot)).Error().ShouldBe("UnknownOutcomeError");

        await Eventually.BecomesAsync(async () => (await guest.BookAsync(slot)).BookingId() is not null, "the place is free again");

        own.V6.Commits(Create, guest.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_signed_in_customer_whose_reply_was_lost_is_given_the_booking_that_was_made()
    {
        await using var own = await BffFixture.StartAsync();
        var device = await Device.SignedInAsync(own);
        var slot = await new Guest(own, device.Tenant).FindSlotAsync(capacity: 1);
        own.V6.Fail(new FaultRule { OperationId = Create, Kind = FaultKind.ResetAfterCommit, Times = 1 });

        var payload = await device.BookAsync(slot);

        payload.BookingId().ShouldBe(own.V6.Bookings(device.Tenant).Single().Id);
        own.V6.Calls(Create, device.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_booking_of_the_same_place_is_not_taken_for_the_one_that_was_not_made()
    {
        await using var own = await BffFixture.StartAsync();
        var device = await Device.SignedInAsync(own);
        var slot = await new Guest(own, device.Tenant).FindSlotAsync(capacity: 1);
        (await device.CancelAsync((await device.BookAsync(slot)).BookingId()!)).Error().ShouldBeNull();
        own.V6.Fail(new FaultRule { OperationId = Create, Kind = FaultKind.ResetBeforeCommit, Times = 1 });

        var payload = await device.BookAsync(slot);

        payload.Error().ShouldBe("UnknownOutcomeError");
    }

    [Fact]
    public async Task A_cancelled_place_can_be_booked_at_once()
    {
        var device = await Device.SignedInAsync(bff);
        var guest = new Guest(bff, device.Tenant);
        var slot = await guest.FindSlotAsync(capacity: 1);
        var id = (await device.BookAsync(slot)).BookingId()!;
        (await device.CancelAsync(id)).Error().ShouldBeNull();

        var payload = await guest.BookAsync(slot);

        payload.BookingId().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_place_that_v6_gave_away_elsewhere_is_v6_s_to_refuse()
    {
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync(capacity: 1);
        await bff.V6.BookElsewhereAsync(guest.Tenant, slot);

        var payload = await guest.BookAsync(slot);

        payload.Error().ShouldBe("SlotTakenError");
        bff.V6.Calls(Create, guest.Tenant).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_held_leaves_storage_when_it_was_refused_or_its_time_is_over()
    {
        var storage = new OutlivingStorage();
        await using var own = await BffFixture.StartAsync(new BffSetup { Storage = storage, Settings = HoldingBff.ShortHolds });
        var guest = new Guest(own, own.NewTenant());
        var slots = await guest.FindSlotsAsync(capacity: 1);
        var before = storage.Rows;
        await guest.BookAsync(slots[0]);
        storage.Rows.ShouldBe(before + 1);

        await Eventually.BecomesAsync(
            async () => (await guest.BookAsync(slots[1], change: ("staffId", "nobody"))).Error() == "NotFoundError" && storage.Rows == before, "the row is gone");
    }

    [Fact]
    public async Task Without_storage_no_place_can_be_held_so_v6_is_not_asked()
    {
        var storage = new OutlivingStorage();
        await using var own = await BffFixture.StartAsync(new BffSetup { Storage = storage });
        var guest = new Guest(own, own.NewTenant());
        var slot = await guest.FindSlotAsync(capacity: 1);
        storage.IsAway = true;

        var payload = await guest.BookAsync(slot);

        payload.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("CLUSTER_UNAVAILABLE");
        own.V6.Calls(Create, guest.Tenant).ShouldBe(0);
        (await guest.ReadSlotAsync(slot)).GetProperty("available").GetBoolean().ShouldBeTrue();
    }
}

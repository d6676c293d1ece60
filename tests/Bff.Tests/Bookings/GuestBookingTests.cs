using System.Diagnostics;
using System.Text.Json;
using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

public sealed class GuestBookingTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task A_booking_comes_back_with_instants_and_local_times_and_v6_has_it()
    {
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync();

        var payload = await guest.BookAsync(slot);

        payload.GetProperty("errors").GetArrayLength().ShouldBe(0);
        var booking = payload.GetProperty("booking");
        booking.GetProperty("startsAt").GetString().ShouldBe(slot.StartsAt);
        booking.GetProperty("localStart").GetString().ShouldBe(slot.LocalStart);
        bff.V6.Commits("createGuestBooking", guest.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task The_next_read_of_the_day_shows_the_booking_on_every_silo_and_gateway()
    {
        await using var two = await BffFixture.StartAsync(new BffSetup { Silos = 2, Gateways = 2 });
        var guest = new Guest(two, two.NewTenant());
        var slot = await guest.FindSlotAsync();
        await guest.ReadSlotAsync(slot, gateway: 1);

        await guest.BookAsync(slot, gateway: 0);

        foreach (var gateway in new[] { 0, 1 })
        {
            var seen = await guest.ReadSlotAsync(slot, gateway);
            seen.GetProperty("remainingCapacity").GetInt32().ShouldBe(slot.RemainingCapacity - 1);
        }
    }

    [Fact]
    public async Task A_taken_slot_is_a_typed_error_with_alternatives_that_are_free()
    {
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync(capacity: 1);
        await guest.BookAsync(slot);

        var payload = await guest.BookAsync(slot);

        payload.GetProperty("booking").ValueKind.ShouldBe(JsonValueKind.Null);
        var error = payload.GetProperty("errors")[0];
        error.GetProperty("__typename").GetString().ShouldBe("SlotTakenError");
        var alternatives = error.GetProperty("alternatives").EnumerateArray().ToArray();
        alternatives.ShouldNotBeEmpty();
        alternatives.ShouldAllBe(other => other.GetProperty("available").GetBoolean() && other.GetProperty("startsAt").GetString() != slot.StartsAt);
    }

    [Fact]
    public async Task When_v6_cannot_be_reached_nothing_was_sent_and_the_error_says_so_at_once()
    {
        await using var own = await BffFixture.StartAsync();
        var guest = new Guest(own, own.NewTenant());
        var slot = await guest.FindSlotAsync();
        own.V6.GoDown();
        var watch = Stopwatch.StartNew();

        var payload = await guest.BookAsync(slot);

        var error = payload.GetProperty("errors")[0];
        error.GetProperty("__typename").GetString().ShouldBeOneOf("RefusedError", "UnknownOutcomeError");
        own.V6.Commits("createGuestBooking", guest.Tenant).ShouldBe(0);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10 + 5), "the write budget, with slack");
    }

    [Theory]
    [InlineData("Hang", 0)]
    [InlineData("ResetAfterCommit", 1)]
    [InlineData("ResetBeforeCommit", 0)]
    public async Task A_reply_that_does_not_come_is_an_unknown_outcome_and_nothing_is_sent_twice(string kind, int commits)
    {
        await using var own = await BffFixture.StartAsync(new BffSetup { Settings = new Dictionary<string, string?> { ["Upstream:WriteBudget"] = "00:00:01" } });
        var guest = new Guest(own, own.NewTenant());
        var slot = await guest.FindSlotAsync();
        own.V6.Fail(new FaultRule { OperationId = "createGuestBooking", Kind = Enum.Parse<FaultKind>(kind) });

        var payload = await guest.BookAsync(slot);

        payload.GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("UnknownOutcomeError");
        own.V6.Calls("createGuestBooking", guest.Tenant).ShouldBe(1);
        own.V6.Commits("createGuestBooking", guest.Tenant).ShouldBe(commits);
    }

    [Theory]
    [InlineData("serviceId", "../services")]
    [InlineData("serviceId", "svc%2f001")]
    [InlineData("staffId", "a@host")]
    [InlineData("resourceId", "a\r\nX: y")]
    [InlineData("customerName", "   ")]
    [InlineData("customerName", "a\u0007b")]
    [InlineData("occurrenceEnd", "2026-01-01T00:00:00Z")]
    public async Task A_field_that_cannot_be_used_is_named_and_v6_is_not_asked(string field, string value)
    {
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync();

        var payload = await guest.BookAsync(slot, change: (field, value));

        var error = payload.GetProperty("errors")[0];
        error.GetProperty("__typename").GetString().ShouldBe("ValidationError");
        error.GetProperty("field").GetString().ShouldBe(field);
        bff.V6.Calls("createGuestBooking", guest.Tenant).ShouldBe(0);
    }

    [Fact]
    public async Task A_service_that_does_not_exist_is_a_typed_error()
    {
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync();

        var payload = await guest.BookAsync(slot, change: ("serviceId", "svc-999999"));

        payload.GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("NotFoundError");
        bff.V6.Commits("createGuestBooking", guest.Tenant).ShouldBe(0);
    }
}

using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>After any single fault exactly one of the old and the new booking exists, and the customer is told which.</summary>
public sealed class RescheduleTests : IAsyncLifetime
{
    private const string Move = "rescheduleBooking";
    private const string Look = "getBooking";
    private const string Stands = "BookingUnchangedError";

    private BffFixture bff = null!;
    private Device device = null!;
    private IReadOnlyList<SeenSlot> slots = null!;

    public async ValueTask InitializeAsync()
    {
        bff = await BffFixture.StartAsync(new BffSetup { Settings = new Dictionary<string, string?> { ["Upstream:WriteBudget"] = "00:00:01" } });
        device = await Device.SignedInAsync(bff);
        slots = await new Guest(bff, device.Tenant).FindSlotsAsync(capacity: 1);
    }

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Theory]
    [InlineData("ResetBeforeCommit", false, Stands)]
    [InlineData("Status", false, Stands)]
    [InlineData("Hang", false, Stands)]
    [InlineData("ResetAfterCommit", false, null)]
    [InlineData("ResetInBody", false, null)]
    [InlineData("Garbage", false, null)]
    [InlineData("Truncated", false, null)]
    [InlineData("Status", true, null)]
    public async Task Whatever_happens_to_the_move_one_booking_is_left_and_the_customer_is_told_which(string kind, bool afterCommit, string? told)
    {
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        bff.V6.Fail(new FaultRule { OperationId = Move, Kind = Enum.Parse<FaultKind>(kind), Status = 503, AfterCommit = afterCommit });

        var payload = await device.MoveAsync(id, slots[3]);

        payload.Error().ShouldBe(told);
        var shown = told is null ? payload.GetProperty("booking") : payload.GetProperty("errors")[0].GetProperty("booking");
        var left = bff.V6.Bookings(device.Tenant).ShouldHaveSingleItem();
        shown.GetProperty("startsAt").GetDateTimeOffset().ShouldBe(left.StartsAt);
        left.StartsAt.ShouldBe(DateTimeOffset.Parse((told is null ? slots[3] : slots[0]).StartsAt, null));
        bff.V6.Calls(Move, device.Tenant).ShouldBe(1, "never sent twice");
    }

    [Fact]
    public async Task When_the_booking_cannot_be_looked_at_first_nothing_is_sent_and_the_old_one_stands()
    {
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        bff.V6.Fail(new FaultRule { OperationId = Look, Kind = FaultKind.Status, Status = 503 });

        var payload = await device.MoveAsync(id, slots[3]);

        payload.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("UPSTREAM_UNAVAILABLE");
        bff.V6.Calls(Move, device.Tenant).ShouldBe(0);
    }

    [Fact]
    public async Task When_neither_an_answer_nor_a_look_is_to_be_had_the_outcome_is_unknown_and_the_booking_shows_it_later()
    {
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        bff.V6.Fail(
            new FaultRule { OperationId = Move, Kind = FaultKind.ResetAfterCommit },
            new FaultRule { OperationId = Look, Kind = FaultKind.Status, Status = 503, After = 1 });

        var payload = await device.MoveAsync(id, slots[3]);
        bff.V6.Recover();

        payload.Error().ShouldBe("UnknownOutcomeError");
        (await StartOfAsync(id)).ShouldBe(slots[3].StartsAt);
    }

    [Fact]
    public async Task A_place_that_was_just_taken_is_refused_without_asking_v6_and_the_old_booking_stands()
    {
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        await new Guest(bff, device.Tenant).BookAsync(slots[3]);

        var payload = await device.MoveAsync(id, slots[3]);

        payload.Error().ShouldBe("SlotTakenError");
        bff.V6.Calls(Move, device.Tenant).ShouldBe(0);
        (await StartOfAsync(id)).ShouldBe(slots[0].StartsAt);
    }

    [Fact]
    public async Task A_move_and_a_booking_of_the_same_place_at_once_sell_it_once_although_v6_would_sell_it_to_both()
    {
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        bff.V6.Fail(new FaultRule { Kind = FaultKind.Race, DelayMs = 500, Parties = 2, Tenant = device.Tenant });

        var (moved, booked) = (device.MoveAsync(id, slots[3]), new Guest(bff, device.Tenant).BookAsync(slots[3]));
        var words = new[] { (await moved).Error(), (await booked).Error() };

        words.ShouldBe([null, "SlotTakenError"], ignoreOrder: true);
        bff.V6.Bookings(device.Tenant).Count(booking => booking.StartsAt == DateTimeOffset.Parse(slots[3].StartsAt, null)).ShouldBe(1);
    }

    [Fact]
    public async Task A_booking_can_go_back_to_the_place_that_it_left()
    {
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        (await device.MoveAsync(id, slots[3])).Error().ShouldBeNull();

        var payload = await device.MoveAsync(id, slots[0]);

        payload.Error().ShouldBeNull();
        (await StartOfAsync(id)).ShouldBe(slots[0].StartsAt);
    }

    [Theory]
    [InlineData("ResetAfterCommit", null)]
    [InlineData("ResetBeforeCommit", Stands)]
    public async Task A_cancellation_without_an_answer_is_looked_at_too(string kind, string? told)
    {
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        bff.V6.Fail(new FaultRule { OperationId = "cancelBooking", Kind = Enum.Parse<FaultKind>(kind) });

        var payload = await device.CancelAsync(id);

        payload.Error().ShouldBe(told);
        bff.V6.Bookings(device.Tenant).Single().IsOpen.ShouldBe(told is not null);
    }

    private async Task<string?> StartOfAsync(string id)
    {
        var reply = await device.SendAsync("query($id: ID!) { me { booking(id: $id) { startsAt } } }", new { id });
        return reply.Data.GetProperty("me").GetProperty("booking").GetProperty("startsAt").GetString();
    }
}

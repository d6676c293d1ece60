using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>
/// After any single fault exactly one of the old and the new booking exists, and the customer is told which: at once when v6 shows that it was
/// moved, by the receipt when it is where it was, because until v6 can no longer be at work on it that proves nothing.
/// </summary>
public sealed class RescheduleTests : IAsyncLifetime
{
    private const string Move = "rescheduleBooking";
    private const string Cancel = "cancelBooking";
    private const string Look = "getBooking";
    private const string Stands = "BookingUnchangedError";
    private const string Unknown = "UnknownOutcomeError";
    private static readonly TimeSpan UntilSettled = TimeSpan.FromMinutes(2);

    private readonly ShiftableTime time = new();
    private BffFixture bff = null!;
    private Device device = null!;
    private IReadOnlyList<SeenSlot> slots = null!;

    public async ValueTask InitializeAsync()
    {
        bff = await BffFixture.StartAsync(new BffSetup
        {
            AuthTime = time,
            Settings = new Dictionary<string, string?> { ["Upstream:WriteBudget"] = "00:00:01", ["Receipts:LookEvery"] = "00:00:00" },
        });
        device = Device.WithToken(bff, bff.NewTenant());
        slots = await new Guest(bff, device.Tenant).FindSlotsAsync(capacity: 1);
    }

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Theory]
    [InlineData("ResetAfterCommit", false)]
    [InlineData("ResetInBody", false)]
    [InlineData("Garbage", false)]
    [InlineData("Truncated", false)]
    [InlineData("Status", true)]
    public async Task A_move_that_happened_is_told_at_once_whatever_became_of_the_answer(string kind, bool afterCommit)
    {
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        Fail(Move, kind, afterCommit);

        var payload = await device.MoveAsync(id, slots[3]);

        payload.Error().ShouldBeNull();
        Left().ShouldBe(slots[3].StartsAt);
        payload.GetProperty("booking").GetProperty("startsAt").GetString().ShouldBe(slots[3].StartsAt);
        bff.V6.Calls(Move, device.Tenant).ShouldBe(1, "never sent twice");
    }

    [Theory]
    [InlineData("ResetBeforeCommit")]
    [InlineData("Status")]
    [InlineData("Hang")]
    public async Task A_move_that_did_not_happen_is_unknown_until_v6_can_no_longer_be_at_it_and_then_told_with_the_booking_that_stands(string kind)
    {
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        Fail(Move, kind);

        var payload = await device.MoveAsync(id, slots[3]);
        bff.V6.Recover();
        var soon = await device.StatusAsync(payload.ReceiptKey());
        time.Advance(UntilSettled);
        var late = await device.ReceiptAsync(payload.ReceiptKey());

        (payload.Error(), soon, late.GetProperty("status").GetString()).ShouldBe((Unknown, "UNKNOWN", "REJECTED"));
        late.Error().ShouldBe(Stands);
        Left().ShouldBe(slots[0].StartsAt);
        late.GetProperty("errors")[0].GetProperty("booking").GetProperty("startsAt").GetString().ShouldBe(slots[0].StartsAt);
        bff.V6.Calls(Move, device.Tenant).ShouldBe(1, "never sent twice");
    }

    [Theory]
    [InlineData(Move)]
    [InlineData(Cancel)]
    public async Task A_change_that_v6_makes_after_the_answer_was_given_up_is_never_told_as_not_made(string mutation)
    {
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        bff.V6.Fail(new FaultRule { OperationId = mutation, Kind = FaultKind.LateCommit, DelayMs = 3000 });

        var payload = mutation == Move ? await device.MoveAsync(id, slots[3]) : await device.CancelAsync(id);
        var soon = await device.StatusAsync(payload.ReceiptKey());
        await Eventually.BecomesAsync(() => Task.FromResult(bff.V6.Commits(mutation, device.Tenant) == 1), "v6 has made the change");
        var late = await device.StatusAsync(payload.ReceiptKey());

        payload.Error().ShouldBe(Unknown);
        soon.ShouldBeOneOf("UNKNOWN", "DONE");
        late.ShouldBe("DONE");
    }

    [Fact]
    public async Task After_a_move_that_did_not_happen_the_same_key_moves_it()
    {
        const string Document = "mutation($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { booking { startsAt } errors { __typename } } }";
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        var input = new { id, occurrenceStart = slots[3].StartsAt, occurrenceEnd = slots[3].EndsAt, idempotencyKey = "key" };
        Fail(Move, "ResetBeforeCommit");

        var words = new List<string> { (await device.SendAsync(Document, new { input })).Word(Move) };
        bff.V6.Recover();
        time.Advance(UntilSettled);
        words.Add((await device.SendAsync(Document, new { input })).Word(Move));
        words.Add((await device.SendAsync(Document, new { input })).Word(Move));

        words.ShouldBe([Unknown, Stands, "BOOKED"]);
        Left().ShouldBe(slots[3].StartsAt);
        bff.V6.Calls(Move, device.Tenant).ShouldBe(2);
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

        payload.Error().ShouldBe(Unknown);
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

    [Fact]
    public async Task A_cancellation_without_an_answer_is_looked_at_too()
    {
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        Fail(Cancel, "ResetAfterCommit");

        (await device.CancelAsync(id)).Error().ShouldBeNull();

        bff.V6.Bookings(device.Tenant).Single().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task A_cancellation_that_did_not_happen_is_unknown_until_v6_can_no_longer_be_at_it()
    {
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        Fail(Cancel, "ResetBeforeCommit");

        var payload = await device.CancelAsync(id);
        var soon = await device.StatusAsync(payload.ReceiptKey());
        time.Advance(UntilSettled);
        var late = await device.ReceiptAsync(payload.ReceiptKey());

        (payload.Error(), soon, late.GetProperty("status").GetString(), late.Error()).ShouldBe((Unknown, "UNKNOWN", "REJECTED", Stands));
        bff.V6.Bookings(device.Tenant).Single().IsOpen.ShouldBeTrue();
    }

    private void Fail(string operation, string kind, bool afterCommit = false) =>
        bff.V6.Fail(new FaultRule { OperationId = operation, Kind = Enum.Parse<FaultKind>(kind), Status = 503, AfterCommit = afterCommit });

    // Compared as clients see it.
    private string Left()
    {
        var left = bff.V6.Bookings(device.Tenant).ShouldHaveSingleItem();
        return slots.Single(slot => DateTimeOffset.Parse(slot.StartsAt, null) == left.StartsAt).StartsAt;
    }

    private async Task<string?> StartOfAsync(string id)
    {
        var reply = await device.SendAsync("query($id: ID!) { me { booking(id: $id) { startsAt } } }", new { id });
        return reply.Data.GetProperty("me").GetProperty("booking").GetProperty("startsAt").GetString();
    }
}

using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Bookings;
using Bff.Tests.Fixture;

namespace Bff.Tests.Mutations;

public sealed class LostReplyTests : IAsyncLifetime
{
    private readonly ShiftableTime time = new();
    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup
    {
        Silos = 2,
        Gateways = 2,
        AuthTime = time,
        Storage = new OutlivingStorage(),
        Settings = new Dictionary<string, string?> { ["Upstream:WriteBudget"] = "00:00:02", ["Receipts:LookEvery"] = "00:00:00" },
    });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task A_booking_whose_reply_was_lost_is_found_and_a_retry_elsewhere_after_the_silos_were_replaced_gives_the_same()
    {
        var shopper = new Shopper(bff, bff.NewTenant(), member: 1);
        var slot = await shopper.FindSlotAsync();
        Lose("createGuestBooking", FaultKind.ResetAfterCommit);

        var first = await shopper.BookAsync(slot, "key");
        foreach (var silo in bff.Cluster.Silos.ToArray())
        {
            await bff.Cluster.StartAdditionalSiloAsync();
            await bff.Cluster.StopSiloAsync(silo);
        }

        // While silos change hands a client may be told to come back: nothing was sent then.
        var second = first;
        await Eventually.BecomesAsync(
            async () => !(second = await shopper.BookAsync(slot, "key", gateway: 1)).GetRawText().Contains("CLUSTER_UNAVAILABLE", StringComparison.Ordinal), "the new silos answer");

        first.Id().ShouldNotBeEmpty();
        second.GetRawText().ShouldBe(first.GetRawText());
        bff.V6.Calls("createGuestBooking", shopper.Tenant).ShouldBe(1);
        bff.V6.Commits("createGuestBooking", shopper.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_booking_that_nothing_proves_stays_unknown_until_v6_shows_it()
    {
        var shopper = new Shopper(bff, bff.NewTenant(), member: 1);
        var slot = await shopper.FindSlotAsync();
        bff.V6.Fail(
            new FaultRule { OperationId = "createGuestBooking", Kind = FaultKind.ResetAfterCommit },
            new FaultRule { OperationId = "listBookings", Kind = FaultKind.Status, Status = 503 });

        var lost = await shopper.BookAsync(slot, "key");
        var before = await shopper.StatusAsync("key");
        bff.V6.Recover();
        var after = await shopper.StatusAsync("key");
        var retried = await shopper.BookAsync(slot, "key", gateway: 1);

        lost.Error().ShouldBe("UnknownOutcomeError");
        (before, after).ShouldBe(("UNKNOWN", "DONE"));
        retried.Id().ShouldNotBeEmpty();
        bff.V6.Calls("createGuestBooking", shopper.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_cancellation_whose_reply_was_lost_is_done_when_the_booking_says_so()
    {
        var shopper = new Shopper(bff, bff.NewTenant(), member: 1);
        var id = (await shopper.BookAsync(await shopper.FindSlotAsync(), null)).Id();
        Lose("cancelBooking", FaultKind.ResetAfterCommit);

        var payload = await shopper.RunAsync(
            "cancelBooking",
            "mutation($input: CancelBookingInput!) { cancelBooking(input: $input) { booking { id status } errors { __typename } } }",
            new { id, idempotencyKey = "key" });

        payload.Id().ShouldBe(id);
        payload.GetProperty("booking").GetProperty("status").GetString().ShouldBe("CANCELLED");
        bff.V6.Calls("cancelBooking", shopper.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_move_that_never_reached_v6_is_unknown_first_and_rejected_when_v6_can_no_longer_be_at_it()
    {
        const string Move = "mutation($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { booking { id startsAt } errors { __typename } } }";
        var shopper = new Shopper(bff, bff.NewTenant(), member: 1);
        var id = (await shopper.BookAsync(await shopper.FindSlotAsync(capacity: 1), null)).Id();
        var next = await shopper.FindSlotAsync(capacity: 1);
        bff.V6.Fail(
            new FaultRule { OperationId = "rescheduleBooking", Kind = FaultKind.ResetBeforeCommit },
            new FaultRule { OperationId = "getBooking", Kind = FaultKind.Status, Status = 503, After = 1 });
        var input = new { id, occurrenceStart = next.StartsAt, occurrenceEnd = next.EndsAt, idempotencyKey = "key" };

        var lost = await shopper.RunAsync("rescheduleBooking", Move, input);
        bff.V6.Recover();
        var before = await shopper.StatusAsync("key");
        time.Advance(TimeSpan.FromMinutes(2));
        var after = await shopper.StatusAsync("key");

        lost.Error().ShouldBe("UnknownOutcomeError");
        (before, after).ShouldBe(("UNKNOWN", "REJECTED"));
        bff.V6.Calls("rescheduleBooking", shopper.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_move_whose_reply_was_lost_is_done_when_the_booking_has_its_new_time()
    {
        var shopper = new Shopper(bff, bff.NewTenant(), member: 1);
        var id = (await shopper.BookAsync(await shopper.FindSlotAsync(capacity: 1), null)).Id();
        var next = await shopper.FindSlotAsync(capacity: 1);
        Lose("rescheduleBooking", FaultKind.ResetAfterCommit);

        var payload = await shopper.RunAsync(
            "rescheduleBooking",
            "mutation($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { booking { id startsAt } errors { __typename } } }",
            new { id, occurrenceStart = next.StartsAt, occurrenceEnd = next.EndsAt, idempotencyKey = "key" });

        payload.Id().ShouldBe(id);
        payload.GetProperty("booking").GetProperty("startsAt").GetString().ShouldBe(next.StartsAt);
    }

    [Fact]
    public async Task An_order_whose_reply_was_lost_is_found_among_the_customer_s_orders()
    {
        const string Order = "mutation($input: CreateOrderInput!) { createOrder(input: $input) { order { orderId } errors { __typename } } }";
        var shopper = new Shopper(bff, bff.NewTenant(), member: 1);
        var products = await shopper.SendAsync("{ products(first: 50) { nodes { id isVariable stockStatus } } }");
        var product = products.Data.GetProperty("products").GetProperty("nodes").EnumerateArray()
            .First(node => !node.GetProperty("isVariable").GetBoolean() && node.GetProperty("stockStatus").GetString() == "IN_STOCK");
        Lose("createOrder", FaultKind.ResetAfterCommit);
        var input = new
        {
            items = new[] { new { productId = product.GetProperty("id").GetString(), quantity = 1 } },
            customer = new { firstName = "Chan", lastName = "Tai Man", email = "chan@example.com", phone = "+85291234567" },
            idempotencyKey = "key",
        };

        var first = await shopper.RunAsync("createOrder", Order, input);
        var second = await shopper.RunAsync("createOrder", Order, input, gateway: 1);

        first.Id("order", "orderId").ShouldNotBeEmpty();
        second.GetRawText().ShouldBe(first.GetRawText());
        bff.V6.Calls("createOrder", shopper.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_gift_whose_reply_was_lost_is_found_among_the_customer_s_redemptions_and_not_redeemed_twice()
    {
        const string Redeem = "mutation($input: RedeemGiftOfferInput!) { redeemGiftOffer(input: $input) { redemption { id } errors { __typename } } }";
        var shopper = new Shopper(bff, bff.NewTenant(), member: 1);
        var offers = await shopper.SendAsync("{ giftOffers { id isRedeemable } }");
        var offer = offers.Data.GetProperty("giftOffers").EnumerateArray().First(node => node.GetProperty("isRedeemable").GetBoolean());
        var input = new { id = offer.GetProperty("id").GetString(), quantity = 1, idempotencyKey = "key" };
        Lose("redeemGiftOffer", FaultKind.ResetAfterCommit);

        var first = await shopper.RunAsync("redeemGiftOffer", Redeem, input);
        var second = await shopper.RunAsync("redeemGiftOffer", Redeem, input, gateway: 1);

        first.Id("redemption").ShouldNotBeEmpty();
        second.GetRawText().ShouldBe(first.GetRawText());
        bff.V6.Commits("redeemGiftOffer", shopper.Tenant).ShouldBe(1);
    }

    private void Lose(string operation, FaultKind kind) => bff.V6.Fail(new FaultRule { OperationId = operation, Kind = kind, Times = 1 });
}

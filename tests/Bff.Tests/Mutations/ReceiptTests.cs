using Bff.Sandbox.Faults;
using Bff.Tests.Bookings;
using Bff.Tests.Fixture;

namespace Bff.Tests.Mutations;

/// <summary>Two silos and two gateways, so that a receipt is hardly ever where it is asked for.</summary>
public sealed class TwinBff : IAsyncLifetime
{
    internal BffFixture Bff { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bff = await BffFixture.StartAsync(new BffSetup
    {
        Silos = 2,
        Gateways = 2,
        Settings = new Dictionary<string, string?> { ["Upstream:WriteBudget"] = "00:00:02", ["Receipts:LookEvery"] = "00:00:00" },
    });

    public ValueTask DisposeAsync() => Bff.DisposeAsync();
}

public sealed class ReceiptTests(TwinBff shared) : IClassFixture<TwinBff>
{
    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task The_same_key_and_input_is_one_booking_and_the_same_payload_on_every_gateway()
    {
        var shopper = new Shopper(bff, bff.NewTenant());
        var slot = await shopper.FindSlotAsync();

        var first = await shopper.BookAsync(slot, "basket-1");
        var second = await shopper.BookAsync(slot, "basket-1");
        var third = await shopper.BookAsync(slot, "basket-1", gateway: 1);

        first.Id().ShouldNotBeEmpty();
        second.GetRawText().ShouldBe(first.GetRawText());
        third.GetRawText().ShouldBe(first.GetRawText());
        bff.V6.Calls("createGuestBooking", shopper.Tenant).ShouldBe(1);
        (await shopper.StatusAsync("basket-1", gateway: 1)).ShouldBe("DONE");
    }

    [Fact]
    public async Task A_retry_may_select_other_fields()
    {
        var shopper = new Shopper(bff, bff.NewTenant());
        var slot = await shopper.FindSlotAsync();
        await shopper.BookAsync(slot, "key");

        var payload = await shopper.RunAsync(
            "createGuestBooking",
            "mutation($input: CreateGuestBookingInput!) { createGuestBooking(input: $input) { booking { localStart serviceId } errors { __typename } } }",
            shopper.InputFor(slot, "key"));

        payload.GetProperty("booking").GetProperty("localStart").GetString().ShouldBe(slot.LocalStart);
        bff.V6.Calls("createGuestBooking", shopper.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task Another_input_or_mutation_under_the_same_key_is_a_mismatch_and_nothing_is_sent()
    {
        var shopper = new Shopper(bff, bff.NewTenant());
        var slot = await shopper.FindSlotAsync();
        await shopper.BookAsync(slot, "key");

        var otherInput = await shopper.BookAsync(slot, "key", name: "Somebody Else");
        var otherMutation = await shopper.RunAsync(
            "submitContact",
            "mutation($input: SubmitContactInput!) { submitContact(input: $input) { errors { __typename } } }",
            new { name = "Ada", message = "Hello", idempotencyKey = "key" });

        otherInput.Error().ShouldBe("IdempotencyMismatchError");
        otherMutation.Error().ShouldBe("IdempotencyMismatchError");
        bff.V6.Calls("createGuestBooking", shopper.Tenant).ShouldBe(1);
        bff.V6.Calls("submitContact", shopper.Tenant).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_key_of_another_customer_guest_or_tenant_is_another_key()
    {
        var tenant = bff.NewTenant();
        Shopper[] shoppers = [new(bff, tenant), new(bff, tenant, member: 1), new(bff, tenant, member: 2), new(bff, bff.NewTenant())];

        var ids = new List<string>();
        foreach (var shopper in shoppers)
        {
            ids.Add((await shopper.BookAsync(await shopper.FindSlotAsync(), "1")).Id());
        }

        ids[..3].Distinct().Count().ShouldBe(3);
        bff.V6.Commits("createGuestBooking", tenant).ShouldBe(3);
        bff.V6.Commits("createGuestBooking", shoppers[3].Tenant).ShouldBe(1);
        (await new Shopper(bff, tenant, member: 3).StatusAsync("1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_hundred_tries_at_once_through_both_gateways_are_one_booking_and_one_payload()
    {
        var shopper = new Shopper(bff, bff.NewTenant());
        var slot = await shopper.FindSlotAsync();
        bff.V6.Fail(new FaultRule { OperationId = "createGuestBooking", Tenant = shopper.Tenant, Kind = FaultKind.Latency, DelayMs = 500 });

        var payloads = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => shopper.BookAsync(slot, "key", gateway: i % 2)));

        payloads.Select(payload => payload.GetRawText()).Distinct().Count().ShouldBe(1);
        payloads[0].Id().ShouldNotBeEmpty();
        bff.V6.Calls("createGuestBooking", shopper.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_no_of_v6_is_kept_and_a_field_to_be_corrected_is_not()
    {
        var shopper = new Shopper(bff, bff.NewTenant());
        var slot = await shopper.FindSlotAsync(capacity: 1);

        var blank = await shopper.BookAsync(slot, "typo", name: "  ");
        var corrected = await shopper.BookAsync(slot, "typo");
        var taken = await shopper.BookAsync(slot, "late");
        var takenAgain = await shopper.BookAsync(slot, "late");

        blank.Error().ShouldBe("ValidationError");
        corrected.Id().ShouldNotBeEmpty();
        takenAgain.GetRawText().ShouldBe(taken.GetRawText());
        (taken.Error(), await shopper.StatusAsync("late")).ShouldBe(("SlotTakenError", "REJECTED"));
    }

    [Fact]
    public async Task What_v6_refuses_for_the_moment_may_be_tried_again_under_the_same_key()
    {
        var shopper = new Shopper(bff, bff.NewTenant());
        var slot = await shopper.FindSlotAsync();
        bff.V6.Fail(new FaultRule { OperationId = "createGuestBooking", Tenant = shopper.Tenant, Kind = FaultKind.Status, Status = 429, Times = 1 });

        var refused = await shopper.BookAsync(slot, "key");
        var booked = await shopper.BookAsync(slot, "key");

        refused.Error().ShouldBe("RateLimitedError");
        booked.Id().ShouldNotBeEmpty();
        bff.V6.Commits("createGuestBooking", shopper.Tenant).ShouldBe(1);
    }

    [Theory]
    [InlineData("key")]
    [InlineData(null)]
    public async Task What_v6_does_not_answer_is_unknown_with_a_receipt_and_never_sent_again(string? key)
    {
        var shopper = new Shopper(bff, bff.NewTenant());
        var slot = await shopper.FindSlotAsync();
        bff.V6.Fail(new FaultRule { OperationId = "createGuestBooking", Tenant = shopper.Tenant, Kind = FaultKind.Hang });

        var payload = await shopper.BookAsync(slot, key);
        var receipt = payload.GetProperty("errors")[0].GetProperty("receiptKey").GetString()!;
        var again = key is null ? payload : await shopper.BookAsync(slot, key, gateway: 1);

        payload.Error().ShouldBe("UnknownOutcomeError");
        again.GetRawText().ShouldBe(payload.GetRawText());
        (await shopper.StatusAsync(receipt)).ShouldBe("UNKNOWN");
        (await new Shopper(bff, bff.NewTenant()).StatusAsync(receipt)).ShouldBeNull();
        bff.V6.Calls("createGuestBooking", shopper.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_receipt_is_never_kept_by_browsers_or_proxies()
    {
        var reply = await new Shopper(bff, bff.NewTenant()).SendAsync("{ mutationReceipt(key: \"nothing\") { status } }");

        reply.Data.GetProperty("mutationReceipt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        reply.Headers.ShouldNotContain(header => header.StartsWith("Cache-Control", StringComparison.Ordinal) && header.Contains("public", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(128, 0)]
    [InlineData(129, 1)]
    public async Task An_idempotency_key_may_have_128_characters_and_no_more(int length, int errors)
    {
        var shopper = new Shopper(bff, bff.NewTenant());

        var payload = await shopper.BookAsync(await shopper.FindSlotAsync(), new string('k', length));

        payload.GetProperty("errors").GetArrayLength().ShouldBe(errors, payload.GetRawText());
    }
}

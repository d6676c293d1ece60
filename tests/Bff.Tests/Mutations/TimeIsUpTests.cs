using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Bookings;
using Bff.Tests.Fixture;

namespace Bff.Tests.Mutations;

/// <summary>v6 is slower than a client may wait: it is told that nobody knows yet, with a key by which it finds what became of it.</summary>
public sealed class TimeIsUpTests : IAsyncLifetime
{
    private const string Create = "createGuestBooking";

    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup
    {
        Settings = new Dictionary<string, string?> { ["Gateway:Limits:OperationTimeoutSeconds"] = "2", ["Upstream:WriteBudget"] = "00:00:10", ["Receipts:LookEvery"] = "00:00:00" },
    });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Theory]
    [InlineData("key", null, "DONE")]
    [InlineData(null, null, "DONE")]
    [InlineData("key", "SLOT_NOT_AVAILABLE", "REJECTED")]
    [InlineData(null, "SLOT_NOT_AVAILABLE", "REJECTED")]
    public async Task The_receipt_says_in_the_end_what_became_of_it(string? key, string? refusal, string status)
    {
        var shopper = new Shopper(bff, bff.NewTenant());
        var slot = await shopper.FindSlotAsync(capacity: 1);
        if (refusal is not null)
        {
            await bff.V6.BookElsewhereAsync(shopper.Tenant, slot);
        }

        bff.V6.Fail(new FaultRule { OperationId = Create, Kind = FaultKind.Latency, DelayMs = 4000 });

        var payload = await shopper.BookAsync(slot, key);
        var receipt = payload.GetProperty("errors")[0].GetProperty("receiptKey").GetString()!;
        var soon = await shopper.StatusAsync(receipt);
        await Eventually.BecomesAsync(async () => await shopper.StatusAsync(receipt) == status, $"the receipt says {status}");

        payload.Error().ShouldBe("UnknownOutcomeError");
        receipt.ShouldNotBeNullOrEmpty();
        soon.ShouldBeOneOf("PENDING", status);
        bff.V6.Calls(Create, shopper.Tenant).ShouldBe(refusal is null ? 1 : 2, "once, beside the booking that was made elsewhere");
    }
}

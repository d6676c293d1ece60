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

    // Both with room for a machine that has much else to do.
    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup
    {
        Settings = new Dictionary<string, string?> { ["Gateway:Limits:OperationTimeoutSeconds"] = "15", ["Upstream:WriteBudget"] = "00:00:28", ["Receipts:LookEvery"] = "00:00:00" },
    });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task The_receipt_says_in_the_end_what_became_of_it()
    {
        Shopper[] shoppers = [.. Enumerable.Range(0, 4).Select(_ => new Shopper(bff, bff.NewTenant()))];
        bff.V6.Fail([.. shoppers.Select(shopper => new FaultRule { OperationId = Create, Tenant = shopper.Tenant, Kind = FaultKind.Latency, DelayMs = 16_000, Times = 1 })]);

        await Task.WhenAll(
            ShouldBeToldAsync(shoppers[0], "key", isTaken: false, "DONE"),
            ShouldBeToldAsync(shoppers[1], key: null, isTaken: false, "DONE"),
            ShouldBeToldAsync(shoppers[2], "key", isTaken: true, "REJECTED"),
            ShouldBeToldAsync(shoppers[3], key: null, isTaken: true, "REJECTED"));
    }

    private async Task ShouldBeToldAsync(Shopper shopper, string? key, bool isTaken, string status)
    {
        var slot = await shopper.FindSlotAsync(capacity: 1);

        var booking = shopper.BookAsync(slot, key);
        if (isTaken)
        {
            await Eventually.BecomesAsync(() => Task.FromResult(bff.V6.Calls(Create, shopper.Tenant) == 1), "v6 has it in its hands");
            await bff.V6.BookElsewhereAsync(shopper.Tenant, slot);
        }

        var payload = await booking;
        var receipt = payload.GetProperty("errors")[0].GetProperty("receiptKey").GetString()!;
        var soon = await shopper.StatusAsync(receipt);
        await Eventually.BecomesAsync(async () => await shopper.StatusAsync(receipt) == status, $"the receipt says {status}");

        payload.Error().ShouldBe("UnknownOutcomeError");
        soon.ShouldBeOneOf("PENDING", status);
        bff.V6.Calls(Create, shopper.Tenant).ShouldBe(isTaken ? 2 : 1, "once, beside the booking that was made elsewhere");
    }
}

using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Bookings;
using Bff.Tests.Fixture;

namespace Bff.Tests.Mutations;

/// <summary>The same customer gets the same thing twice within moments: what the one try has made is never told to the other.</summary>
public sealed class TwinPurchaseTests : IAsyncLifetime
{
    private const string Booking = "createGuestBooking";
    private const string Order = "createOrder";
    private const string Gift = "redeemGiftOffer";

    private readonly ShiftableTime time = new();
    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup
    {
        Silos = 2,
        Gateways = 2,
        AuthTime = time,
        Storage = new OutlivingStorage(),
        Settings = new Dictionary<string, string?> { ["Upstream:WriteBudget"] = "00:00:04", ["Receipts:LookEvery"] = "00:00:00" },
    });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Theory]
    [InlineData(Booking, "one", "two")]
    [InlineData(Booking, null, null)]
    [InlineData(Booking, null, "two")]
    [InlineData(Order, "one", "two")]
    [InlineData(Order, null, null)]
    [InlineData(Gift, "one", "two")]
    [InlineData(Gift, null, null)]
    public async Task One_that_never_reached_v6_is_not_told_as_the_one_before_it(string mutation, string? first, string? second)
    {
        var (shopper, purchase) = await BeginAsync(mutation);
        var made = purchase.IdOf(await purchase.GetAsync(shopper, first));
        Lose(mutation, FaultKind.ResetBeforeCommit);

        var lost = await purchase.GetAsync(shopper, second, gateway: 1);
        var soon = await shopper.StatusAsync(Purchase.ReceiptOf(lost));
        time.Advance(TimeSpan.FromMinutes(5));
        var late = await shopper.StatusAsync(Purchase.ReceiptOf(lost), gateway: 1);

        lost.Error().ShouldBe("UnknownOutcomeError");
        lost.GetRawText().ShouldNotContain(made);
        (soon, late).ShouldBe(("UNKNOWN", "UNKNOWN"));
        bff.V6.Commits(mutation, shopper.Tenant).ShouldBe(1);
    }

    [Theory]
    [InlineData(Booking)]
    [InlineData(Order)]
    [InlineData(Gift)]
    public async Task One_that_never_reached_v6_is_not_told_as_the_one_after_it(string mutation)
    {
        var (shopper, purchase) = await BeginAsync(mutation);
        Lose(mutation, FaultKind.ResetBeforeCommit);

        var lost = await purchase.GetAsync(shopper, "one");
        var made = purchase.IdOf(await purchase.GetAsync(shopper, "two"));
        var status = await shopper.StatusAsync("one");
        var again = await purchase.GetAsync(shopper, "one", gateway: 1);

        lost.Error().ShouldBe("UnknownOutcomeError");
        status.ShouldBe("UNKNOWN");
        again.GetRawText().ShouldNotContain(made);
        bff.V6.Calls(mutation, shopper.Tenant).ShouldBe(2, "the lost one was not sent again");
    }

    [Theory]
    [InlineData(Booking)]
    [InlineData(Order)]
    [InlineData(Gift)]
    public async Task One_whose_reply_was_lost_is_found_although_there_was_one_before_it(string mutation)
    {
        var (shopper, purchase) = await BeginAsync(mutation);
        var made = purchase.IdOf(await purchase.GetAsync(shopper, "one"));
        Lose(mutation, FaultKind.ResetAfterCommit);

        var found = purchase.IdOf(await purchase.GetAsync(shopper, "two"));

        found.ShouldNotBe(made);
        bff.V6.Commits(mutation, shopper.Tenant).ShouldBe(2);
    }

    [Theory]
    [InlineData(Booking)]
    [InlineData(Order)]
    [InlineData(Gift)]
    public async Task Two_at_once_of_which_one_never_reached_v6_are_never_told_the_same(string mutation)
    {
        var (shopper, purchase) = await BeginAsync(mutation);
        bff.V6.Fail(
            new FaultRule { OperationId = mutation, Kind = FaultKind.ResetBeforeCommit, Times = 1 },
            new FaultRule { OperationId = mutation, Kind = FaultKind.Latency, DelayMs = 1000 });

        var payloads = await Task.WhenAll(purchase.GetAsync(shopper, "one"), purchase.GetAsync(shopper, "two", gateway: 1));
        bff.V6.Recover();
        string?[] statuses = [await shopper.StatusAsync("one"), await shopper.StatusAsync("two")];

        payloads.Select(payload => payload.Error()).ShouldBe([null, "UnknownOutcomeError"], ignoreOrder: true);
        statuses.ShouldBe(["DONE", "UNKNOWN"], ignoreOrder: true);
        bff.V6.Commits(mutation, shopper.Tenant).ShouldBe(1);
    }

    [Theory]
    [InlineData(Booking)]
    [InlineData(Order)]
    public async Task What_is_known_of_the_one_before_outlives_the_silos(string mutation)
    {
        var (shopper, purchase) = await BeginAsync(mutation);
        await purchase.GetAsync(shopper, "one");
        foreach (var silo in bff.Cluster.Silos.ToArray())
        {
            await bff.Cluster.StartAdditionalSiloAsync();
            await bff.Cluster.StopSiloAsync(silo);
        }

        Lose(mutation, FaultKind.ResetBeforeCommit);

        // While silos change hands a client may be told to come back: nothing was sent then.
        var lost = default(System.Text.Json.JsonElement);
        await Eventually.BecomesAsync(
            async () => !(lost = await purchase.GetAsync(shopper, "two")).GetRawText().Contains("CLUSTER_UNAVAILABLE", StringComparison.Ordinal), "the new silos answer");

        lost.Error().ShouldBe("UnknownOutcomeError");
        (await shopper.StatusAsync("two")).ShouldBe("UNKNOWN");
    }

    private async Task<(Shopper Shopper, Purchase Purchase)> BeginAsync(string mutation)
    {
        var shopper = new Shopper(bff, bff.NewTenant(), member: 1);
        return (shopper, await Purchase.FindAsync(shopper, mutation));
    }

    private void Lose(string mutation, FaultKind kind) => bff.V6.Fail(new FaultRule { OperationId = mutation, Kind = kind, Times = 1 });
}

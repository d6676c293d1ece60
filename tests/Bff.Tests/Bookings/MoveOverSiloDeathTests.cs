using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>A silo dies while v6 moves a booking: one booking is left, and the receipt says which.</summary>
public sealed class MoveOverSiloDeathTests
{
    private const string Move = "rescheduleBooking";

    [Theory]
    [InlineData(false, FaultKind.LateCommit, "DONE")]
    [InlineData(true, FaultKind.LateCommit, "DONE")]
    [InlineData(false, FaultKind.ResetBeforeCommit, "REJECTED")]
    [InlineData(true, FaultKind.ResetBeforeCommit, "REJECTED")]
    internal async Task The_receipt_says_what_became_of_the_move(bool diesWithTheCustomer, FaultKind kind, string status)
    {
        var time = new ShiftableTime();
        await using var bff = await BffFixture.StartAsync(new BffSetup
        {
            Silos = 3,
            AuthTime = time,
            Storage = new OutlivingStorage(),
            Settings = new Dictionary<string, string?> { ["Receipts:LookEvery"] = "00:00:00" },
        });
        var device = Device.WithToken(bff, bff.NewTenant());
        var slots = await new Guest(bff, device.Tenant).FindSlotsAsync(capacity: 1);
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        bff.V6.Fail(
            new FaultRule { OperationId = Move, Kind = FaultKind.Latency, DelayMs = kind == FaultKind.LateCommit ? 0 : 1500 },
            new FaultRule { OperationId = Move, Kind = kind, DelayMs = 1500 });

        var moving = device.TryMoveAsync(id, slots[3], key: "key");
        await Eventually.BecomesAsync(() => Task.FromResult(bff.V6.Calls(Move, device.Tenant) == 1), "v6 has the move in its hands");
        await bff.Cluster.KillSiloAsync(
            diesWithTheCustomer ? await SiloOf.CustomerAsync(bff, device.Tenant, bff.V6.MemberOf(device.Tenant, device.Phone)) : await SiloOf.DayAsync(bff, device.Tenant, slots[3]),
            CancellationToken.None);
        var word = (await moving).Word(Move);
        await Eventually.BecomesAsync(() => Task.FromResult(bff.V6.Running(Move, device.Tenant) == 0), "v6 is done with it");
        bff.V6.Recover();
        time.Advance(TimeSpan.FromMinutes(2));

        // While a silo's grains find a new place, nobody can be asked.
        string? told = null;
        await Eventually.BecomesAsync(
            async () =>
            {
                var reply = await device.TryReceiptAsync("key");
                told = reply.Errors.Count > 0 ? null : reply.Data.GetProperty("mutationReceipt").GetProperty("status").GetString();
                return told is not null;
            },
            "the receipt is found");

        var left = bff.V6.Bookings(device.Tenant).ShouldHaveSingleItem();
        told.ShouldBe(status, $"the client was told {word}");
        left.StartsAt.ShouldBe(DateTimeOffset.Parse((status == "DONE" ? slots[3] : slots[0]).StartsAt, null));
        bff.V6.Calls(Move, device.Tenant).ShouldBe(1, "never sent twice");
    }
}

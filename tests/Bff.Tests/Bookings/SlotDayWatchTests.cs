using Bff.Tests.Auth;
using Bff.Tests.Fixture;
using Bff.Tests.RealTime;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Bookings;

/// <summary>Watching the slots of a day, over two gateways and two silos. The clock of polls and leases is the test's.</summary>
public sealed class SlotDayWatchTests : IAsyncLifetime
{
    private const string Slots = "listServiceSlots";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider time = new();
    private BffFixture bff = null!;

    private static ITestOutputHelper Output => TestContext.Current.TestOutputHelper!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup
    {
        Silos = 2,
        Gateways = 2,
        LiveTime = time,

        // Gateways renew by the real clock: a lease that outlasts the minute that the test lets pass.
        Settings = new Dictionary<string, string?> { ["Live:Lease"] = "00:10:00" },
    });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task Watchers_get_the_day_and_then_each_booking_as_the_next_change_without_asking_v6()
    {
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync();
        using var crowd = await DayCrowd.GatherAsync(bff, guest, slot, watchers: 100, gateways: 2);
        var calls = bff.V6.Calls(Slots, guest.Tenant);

        await guest.BookAsync(slot, gateway: 1);
        await crowd.AllSeeAsync(events => events.Count == 2, "the change");

        crowd.IsContiguous.ShouldBeTrue();
        crowd.Seen.ShouldAllBe(events => !events[1].IsSnapshot && events[1].PlacesLeft.Count == 1);
        crowd.Seen.ShouldAllBe(events => events[1].PlacesLeft[slot.StartsAt] == slot.RemainingCapacity - 1);
        bff.V6.Calls(Slots, guest.Tenant).ShouldBe(calls);
    }

    [Fact]
    public async Task A_thousand_watchers_cost_one_poll_per_interval_and_miss_nothing()
    {
        var guest = new Guest(bff, bff.NewTenant());
        var slots = await guest.FindSlotsAsync();
        using var crowd = await DayCrowd.GatherAsync(bff, guest, slots[0], watchers: 1000, gateways: 2);
        var before = bff.V6.Calls(Slots, guest.Tenant);

        for (var round = 0; round < 12; round++)
        {
            if (round < 3)
            {
                await bff.V6.BookElsewhereAsync(guest.Tenant, slots[round]);
            }

            await PassAsync(Interval, guest.Tenant);
        }

        await crowd.AllSeeAsync(events => events.Count == 4, "three bookings that were made elsewhere");
        (bff.V6.Calls(Slots, guest.Tenant) - before).ShouldBeInRange(11, 13, "a minute in intervals of five seconds");
        crowd.IsContiguous.ShouldBeTrue();
        crowd.Seen.ShouldAllBe(events => events.Skip(1).All(change => !change.IsSnapshot));
    }

    [Fact]
    public async Task A_booking_reaches_a_thousand_watchers_at_once()
    {
        var guest = new Guest(bff, bff.NewTenant());
        var slots = await guest.FindSlotsAsync();
        using var crowd = await DayCrowd.GatherAsync(bff, guest, slots[0], watchers: 1000, gateways: 2);
        var waits = new List<double>();

        for (var i = 0; i < 5; i++)
        {
            await guest.BookAsync(slots[i], gateway: i % 2);
            var booked = TimeProvider.System.GetTimestamp();
            await crowd.AllSeeAsync(events => events.Count == i + 2, "the booking");
            waits.AddRange(crowd.Seen.Select(events => TimeProvider.System.GetElapsedTime(booked, events[^1].At).TotalMilliseconds));
        }

        waits.Sort();
        Output.WriteLine($"from the reply to a booking to the notification of 1,000 watchers: p50 {waits[waits.Count / 2]:0} ms, p99 {waits[waits.Count * 99 / 100]:0} ms");
        crowd.IsContiguous.ShouldBeTrue();
        waits[waits.Count * 99 / 100].ShouldBeLessThan(5_000, "one second on a machine that does nothing else");
    }

    [Fact]
    public async Task What_nobody_watches_costs_v6_nothing()
    {
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync();
        using var crowd = await DayCrowd.GatherAsync(bff, guest, slot, watchers: 2);
        await PassAsync(Interval, guest.Tenant);
        await crowd.LeaveAsync();
        await Eventually.BecomesAsync(() => IsQuietAsync(guest), "the gateway tells the owner that nobody watches");
        var calls = bff.V6.Calls(Slots, guest.Tenant);

        await PassHoursAsync();

        bff.V6.Calls(Slots, guest.Tenant).ShouldBe(calls);
    }

    [Fact]
    public async Task A_gateway_that_dies_is_polled_for_no_longer_than_its_lease()
    {
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync();
        await SilentListener.ListenAsync(bff, guest.Tenant, slot);
        await PassAsync(Interval, guest.Tenant);
        await PassAsync(TimeSpan.FromMinutes(11));
        var calls = bff.V6.Calls(Slots, guest.Tenant);

        await PassHoursAsync();

        bff.V6.Calls(Slots, guest.Tenant).ShouldBe(calls);
    }

    [Fact]
    public async Task A_cancelled_booking_is_seen_at_once()
    {
        var device = await Device.SignedInAsync(bff);
        var guest = new Guest(bff, device.Tenant);
        var slot = await guest.FindSlotAsync();
        var id = (await device.BookAsync(slot)).GetProperty("booking").GetProperty("id").GetString()!;
        using var crowd = await DayCrowd.GatherAsync(bff, guest, slot, watchers: 2, gateways: 2);

        await device.CancelAsync(id);

        await crowd.AllSeeAsync(events => events.Count == 2 && events[1].PlacesLeft[slot.StartsAt] == slot.RemainingCapacity, "the place is free again");
        crowd.IsContiguous.ShouldBeTrue();
    }

    [Fact]
    public async Task A_day_of_an_unknown_service_ends_with_an_error()
    {
        using var client = await SocketClient.StartAsync(bff.AddressOf(0), new Dictionary<string, string> { ["X-Company-Id"] = bff.NewTenant() });

        var errors = await client.AskAsync("""subscription { slotDayChanged(serviceId: "no-such", date: "2030-01-01") { version } }""");

        errors[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("NOT_FOUND");
    }

    // A fake clock fires what is due; that it has reached v6 is seen there only.
    private async Task PassAsync(TimeSpan by, string? polled = null)
    {
        var calls = bff.V6.Calls(Slots, polled);
        time.Advance(by);
        if (polled is not null)
        {
            await Eventually.BecomesAsync(() => Task.FromResult(bff.V6.Calls(Slots, polled) > calls), "a poll");
        }

        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
    }

    private async Task PassHoursAsync()
    {
        for (var i = 0; i < 12; i++)
        {
            await PassAsync(TimeSpan.FromMinutes(10));
        }
    }

    private async Task<bool> IsQuietAsync(Guest guest)
    {
        var calls = bff.V6.Calls(Slots, guest.Tenant);
        await PassAsync(Interval);
        return bff.V6.Calls(Slots, guest.Tenant) == calls;
    }
}

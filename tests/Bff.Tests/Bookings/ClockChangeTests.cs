using System.Text.Json;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>The two odd days of a year through every layer, for a service that is open around the clock.</summary>
public sealed class ClockChangeTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private readonly BffFixture bff = shared.Bff;

    [Theory]
    [InlineData("yoga-berlin", "2027-03-28", 23)]
    [InlineData("yoga-berlin", "2027-10-31", 25)]
    [InlineData("shop-10k", "2027-03-14", 23)]
    [InlineData("shop-10k", "2027-11-07", 25)]
    public async Task A_day_has_the_slots_of_its_real_hours_none_lost_doubled_or_shifted(string tenant, string date, int hours)
    {
        var slots = await AroundTheClockAsync(tenant, date);

        var starts = slots.Select(slot => slot.GetProperty("startsAt").GetDateTimeOffset()).ToArray();
        starts.ShouldBeUnique();
        (slots[^1].GetProperty("endsAt").GetDateTimeOffset() - starts[0]).ShouldBe(TimeSpan.FromHours(hours));
        slots.ShouldAllBe(slot => slot.GetProperty("localStart").GetString() == slot.GetProperty("startsAt").GetString()!.Substring(11, 8));
        starts.Skip(1).Zip(slots, (next, slot) => next - slot.GetProperty("endsAt").GetDateTimeOffset()).ShouldAllBe(gap => gap == TimeSpan.Zero);
    }

    [Theory]
    [InlineData("yoga-berlin", "2027-03-28")]
    [InlineData("yoga-berlin", "2027-10-31")]
    [InlineData("shop-10k", "2027-03-14")]
    [InlineData("shop-10k", "2027-11-07")]
    public async Task Every_slot_of_an_odd_day_can_be_booked_and_is_booked_at_its_own_instant(string tenant, string date)
    {
        var (service, slots) = await ServiceAroundTheClockAsync(tenant, date);
        var guest = new Guest(bff, tenant);
        var wanted = slots.Where(slot => slot.GetProperty("available").GetBoolean()).ToArray();

        var booked = new List<DateTimeOffset>();
        foreach (var slot in wanted)
        {
            var seen = new SeenSlot(service, date, slot.GetProperty("startsAt").GetString()!, slot.GetProperty("endsAt").GetString()!, "", 1);
            var payload = await guest.BookAsync(seen, change: ("customerPhone", Device.NewPhone()));
            booked.Add(payload.GetProperty("booking").GetProperty("startsAt").GetDateTimeOffset());
        }

        var asked = wanted.Select(slot => slot.GetProperty("startsAt").GetDateTimeOffset()).ToArray();
        asked.Length.ShouldBeGreaterThan(10);
        booked.ShouldBe(asked);
        bff.V6.Bookings(tenant).Where(booking => booking.ServiceId == service && asked.Contains(booking.StartsAt)).Select(booking => booking.StartsAt).ShouldBe(asked, ignoreOrder: true);
    }

    private async Task<JsonElement[]> AroundTheClockAsync(string tenant, string date) => (await ServiceAroundTheClockAsync(tenant, date)).Slots;

    private async Task<(string Id, JsonElement[] Slots)> ServiceAroundTheClockAsync(string tenant, string date)
    {
        var data = await bff.Storefront(tenant).QueryAsync(
            "query($date: LocalDate!) { services(first: 100) { nodes { id slots(date: $date) { slots { startsAt endsAt localStart available } } } } }", new { date });
        return data.GetProperty("services").GetProperty("nodes").EnumerateArray()
            .Select(service => (Id: service.GetProperty("id").GetString()!, Slots: service.GetProperty("slots").GetProperty("slots").EnumerateArray().ToArray()))
            .Where(service => service.Slots is [var first, ..] && first.GetProperty("localStart").GetString() == "00:00:00")
            .OrderByDescending(service => service.Slots.Length)
            .First();
    }
}

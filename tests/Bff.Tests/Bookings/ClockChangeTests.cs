using System.Text.Json;
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

    private async Task<JsonElement[]> AroundTheClockAsync(string tenant, string date)
    {
        var data = await bff.Storefront(tenant).QueryAsync(
            "query($date: LocalDate!) { services(first: 100) { nodes { name slots(date: $date) { slots { startsAt endsAt localStart } } } } }", new { date });
        return data.GetProperty("services").GetProperty("nodes").EnumerateArray()
            .Select(service => service.GetProperty("slots").GetProperty("slots").EnumerateArray().ToArray())
            .Where(slots => slots.Length > 0 && slots[0].GetProperty("localStart").GetString() == "00:00:00")
            .OrderByDescending(slots => slots.Length)
            .First();
    }
}

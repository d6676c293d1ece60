namespace Bff.Tests.Sandbox.Bookings;

public sealed class SlotDayTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("2026-10-25", 25, "02:00", 2)]
    [InlineData("2027-03-28", 23, "02:00", 0)]
    [InlineData("2026-10-24", 24, "02:00", 1)]
    public async Task A_day_with_a_change_of_clocks_has_the_hours_it_has(string day, int hours, string clock, int times)
    {
        using var yoga = sandbox.Yoga();

        var starts = (await yoga.GetAsync($"/services/svc-015/slots?date={day}")).Items.Select(s => (string)s!["startTime"]!).ToList();

        starts.Count.ShouldBe(hours);
        starts.Count(s => s == clock).ShouldBe(times);
        starts.ShouldBe(starts.Order());
    }

    [Fact]
    public async Task The_two_equal_clock_times_of_an_autumn_night_are_booked_apart()
    {
        using var yoga = sandbox.Yoga();
        System.Text.Json.Nodes.JsonObject At(string start, string end) => new()
        {
            ["serviceId"] = "svc-015",
            ["occurrenceStart"] = start,
            ["occurrenceEnd"] = end,
            ["customerName"] = "Gast",
            ["customerPhone"] = "+4915100000000",
        };

        await yoga.PostAsync("/bookings/guest", At("2026-10-25T02:00:00+01:00", "2026-10-25T03:00:00+01:00"));
        var slots = (await yoga.GetAsync("/services/svc-015/slots?date=2026-10-25")).Items;

        slots.Where(s => (string)s!["startTime"]! == "02:00").Select(s => (bool)s!["available"]!).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Slots_that_have_begun_stay_listed_without_a_place()
    {
        using var salon = sandbox.Salon();

        var today = (await salon.GetAsync("/services/svc-001/slots?date=2026-06-10")).Items;

        today.Count.ShouldBe(10);
        today.Select(s => (bool)s!["available"]!).ShouldBe([false, false, false, true, true, true, true, true, true, true]);
    }

    [Fact]
    public async Task Slots_outside_of_the_booking_window_are_not_listed()
    {
        using var yoga = sandbox.Yoga();

        (await yoga.GetAsync("/services/svc-039/slots?date=2026-06-24")).Items.ShouldNotBeEmpty();
        (await yoga.GetAsync("/services/svc-039/slots?date=2026-06-25")).Items.ShouldBeEmpty();
        (await yoga.GetAsync("/services/svc-039/slots?date=2026-06-09")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_with_rooms_lists_each_room_and_one_room_when_asked()
    {
        using var salon = sandbox.Salon();

        var all = (await salon.GetAsync("/services/svc-021/slots?date=2026-06-12")).Items;
        var pearl = (await salon.GetAsync("/services/svc-021/slots?date=2026-06-12&resourceId=room-pearl")).Items;

        all.Count.ShouldBe(20);
        pearl.Count.ShouldBe(10);
        pearl.ShouldAllBe(s => (string)s!["resourceId"]! == "room-pearl");
    }
}

using Bff.Grains.Bookings;
using Bff.Grains.Tenancy;
using Bff.Upstream.Bookings;
using Bff.Upstream.Json;

namespace Bff.Tests.Bookings;

public sealed class SlotClockTests
{
    /// <summary>Twelve zones, each with a day that its clock makes shorter and one that it makes longer.</summary>
    public static TheoryData<string, DateOnly, DateOnly> ZonesWithChanges => new()
    {
        { "Europe/Berlin", new(2027, 3, 28), new(2026, 10, 25) },
        { "Europe/London", new(2027, 3, 28), new(2026, 10, 25) },
        { "America/New_York", new(2027, 3, 14), new(2026, 11, 1) },
        { "America/Los_Angeles", new(2027, 3, 14), new(2026, 11, 1) },
        { "America/St_Johns", new(2027, 3, 14), new(2026, 11, 1) },
        { "America/Santiago", new(2026, 9, 6), new(2027, 4, 3) },
        { "Australia/Sydney", new(2026, 10, 4), new(2027, 4, 4) },
        { "Australia/Lord_Howe", new(2026, 10, 4), new(2027, 4, 4) },
        { "Pacific/Auckland", new(2026, 9, 27), new(2027, 4, 4) },
        { "Pacific/Chatham", new(2026, 9, 27), new(2027, 4, 4) },
        { "Asia/Beirut", new(2027, 3, 28), new(2026, 10, 24) },
        { "Atlantic/Azores", new(2027, 3, 28), new(2026, 10, 25) },
    };

    [Theory]
    [MemberData(nameof(ZonesWithChanges))]
    public void No_slot_is_lost_doubled_or_shifted_on_either_change_day(string zone, DateOnly forward, DateOnly back)
    {
        var clock = CompanyClock.Create(zone);

        foreach (var day in new[] { forward, back })
        {
            var expected = HalfHoursOf(clock, day);

            var slotClock = new SlotClock(clock, day);
            var read = expected.Select(instant => slotClock.Start(TimeOnly.FromDateTime(instant.DateTime), lane: null)).ToArray();

            read.ShouldBe(expected.Select(instant => (DateTimeOffset?)instant));
        }

        HalfHoursOf(clock, forward).Count.ShouldBeLessThan(48);
        HalfHoursOf(clock, back).Count.ShouldBeGreaterThan(48);
    }

    [Theory]
    [MemberData(nameof(ZonesWithChanges))]
    public void A_booking_of_any_slot_belongs_to_its_day_and_is_shown_at_the_instant_that_was_asked_for(string zone, DateOnly forward, DateOnly back)
    {
        var clock = CompanyClock.Create(zone);

        foreach (var (day, start) in new[] { forward, back }.SelectMany(day => HalfHoursOf(clock, day).Select(start => (day, start))))
        {
            var end = clock.Localise(start.AddMinutes(30));
            var asOthersWriteIt = start.ToUniversalTime();

            clock.DayOf(asOthersWriteIt).ShouldBe(day, $"{zone} {start}");
            var shown = Answered(day, start, end).ToBooking(clock, "EUR", (asOthersWriteIt, end));

            (shown.Date, shown.StartsAt, shown.EndsAt).ShouldBe((day, start, end), $"{zone} {start}");
        }
    }

    [Theory]
    [MemberData(nameof(ZonesWithChanges))]
    public void A_slot_ends_half_an_hour_after_it_starts_on_either_change_day(string zone, DateOnly forward, DateOnly back)
    {
        var clock = CompanyClock.Create(zone);

        foreach (var day in new[] { forward, back })
        {
            var slotClock = new SlotClock(clock, day);
            foreach (var start in HalfHoursOf(clock, day))
            {
                var end = clock.Localise(start.AddMinutes(30));

                slotClock.End(TimeOnly.FromDateTime(end.DateTime), start).ShouldBe(end, $"{zone} {start}");
            }
        }
    }

    [Fact]
    public void A_clock_time_in_the_gap_has_no_instant()
    {
        var slotClock = new SlotClock(CompanyClock.Create("Europe/Berlin"), new DateOnly(2027, 3, 28));

        slotClock.Start(new TimeOnly(2, 30), lane: null).ShouldBeNull();
    }

    [Fact]
    public void Parallel_lanes_each_have_their_own_first_and_second_repeated_hour()
    {
        var slotClock = new SlotClock(CompanyClock.Create("Europe/Berlin"), new DateOnly(2026, 10, 25));
        var half = new TimeOnly(2, 30);

        slotClock.Start(half, "room-1")!.Value.Offset.ShouldBe(TimeSpan.FromHours(2));
        slotClock.Start(half, "room-2")!.Value.Offset.ShouldBe(TimeSpan.FromHours(2));
        slotClock.Start(half, "room-1")!.Value.Offset.ShouldBe(TimeSpan.FromHours(1));
        slotClock.Start(half, "room-2")!.Value.Offset.ShouldBe(TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData("Asia/Hong_Kong", "2026-11-22T16:30:00Z", "2026-11-23")]
    [InlineData("America/New_York", "2026-11-23T04:30:00Z", "2026-11-22")]
    [InlineData("Pacific/Kiritimati", "2026-11-22T10:30:00Z", "2026-11-23")]
    public void Today_is_the_company_s_today(string zone, string instant, string day) =>
        CompanyClock.Create(zone).DayOf(DateTimeOffset.Parse(instant, null)).ShouldBe(DateOnly.Parse(day, null));

    // v6 tells clock times only, so what they mean on the day on which a time comes twice is known by what was asked for.
    private static V6Booking Answered(DateOnly day, DateTimeOffset start, DateTimeOffset end) =>
        new("b", "s", "", "pending", day, ClockTime(start), ClockTime(end), 0, null, null);

    private static V6Time ClockTime(DateTimeOffset at) => V6Time.TryParse($"{at:HH:mm}", out var time) ? time : throw new FormatException();

    private static List<DateTimeOffset> HalfHoursOf(CompanyClock clock, DateOnly day)
    {
        var slots = new List<DateTimeOffset>();
        for (var instant = clock.LenientlyAt(day, TimeOnly.MinValue); clock.DayOf(instant) == day; instant = clock.Localise(instant.AddMinutes(30)))
        {
            slots.Add(instant);
        }

        return slots;
    }
}

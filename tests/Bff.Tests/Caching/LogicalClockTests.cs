using System.Collections.Concurrent;
using Bff.Caching;

namespace Bff.Tests.Caching;

public sealed class LogicalClockTests
{
    private readonly SteppingClock _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Readings_only_grow_also_when_the_wall_clock_is_set_back()
    {
        var clock = new LogicalClock(_time);
        var before = clock.Next();

        _time.Off = TimeSpan.FromDays(-1);

        clock.Next().ShouldBeGreaterThan(before);
    }

    [Fact]
    public void A_reading_passes_what_was_seen_elsewhere()
    {
        var ahead = _time.GetUtcNow().AddMinutes(1).UtcTicks;

        new LogicalClock(_time).Next(ahead).ShouldBeGreaterThan(ahead);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MaxValue - 1)]
    public void A_reading_that_no_clock_can_have_given_is_not_followed(long seen)
    {
        var clock = new LogicalClock(_time);
        var far = clock.Next(seen);

        far.ShouldBeLessThan(_time.GetUtcNow().AddHours(2).UtcTicks);
        clock.Next().ShouldBeGreaterThan(far);
    }

    [Fact]
    public void A_later_process_begins_beyond_an_earlier_one()
    {
        var last = new LogicalClock(_time).Next();
        _time.Advance(TimeSpan.FromMilliseconds(1));

        new LogicalClock(_time).Next().ShouldBeGreaterThan(last);
    }

    [Fact]
    public async Task No_reading_is_given_twice()
    {
        var clock = new LogicalClock(_time);
        var readings = new ConcurrentBag<long>();

        await Crew.RunAsync(seed: 0, _ =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                readings.Add(clock.Next());
            }

            return Task.CompletedTask;
        });

        readings.Distinct().Count().ShouldBe(readings.Count);
    }
}

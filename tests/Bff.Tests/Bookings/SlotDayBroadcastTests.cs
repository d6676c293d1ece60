using System.Diagnostics.Metrics;
using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Contracts.Live;
using Bff.Grains.Bookings;
using Bff.Grains.Live;
using Bff.Tests.Auth;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Bookings;

public sealed class SlotDayBroadcastTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly FakeTimeProvider time = new();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task A_reading_that_breaks_does_not_end_those_after_it()
    {
        var reads = 0;
        var live = new LiveOwners(
            Options.Create(new LiveOptions { Lease = TimeSpan.FromMinutes(30) }),
            new LiveTime(time),
            new LiveMetrics(services.GetRequiredService<IMeterFactory>()),
            NullLogger<LiveOwners>.Instance);
        using var broadcast = new SlotDayBroadcast(
            live.For(GrainId.Create("slot-day", "1")), live, _ => ReadAsync(Interlocked.Increment(ref reads)), reading => reading.Day, NullLogger.Instance);
        await broadcast.WatchAsync(new LiveSubscription(Guid.NewGuid(), new SilentListener(), Guid.Empty, 0));

        for (var polls = 2; polls <= 4; polls++)
        {
            await Eventually.BecomesAsync(
                () =>
                {
                    time.Advance(TimeSpan.FromSeconds(5));
                    return Task.FromResult(Volatile.Read(ref reads) >= polls);
                },
                $"reading {polls}");
        }
    }

    // The first works, the second is asked and fails, the third fails at once.
    private async Task<Answer<SlotReading>> ReadAsync(int number)
    {
        if (number == 2)
        {
            await Task.Yield();
        }

        if (number is 2 or 3)
        {
            throw new InvalidOperationException("A defect.");
        }

        var now = time.GetUtcNow();
        return new Answer<SlotReading>(new SlotReading(new SlotDay(new DateOnly(2026, 5, 1), "UTC", [], now), now, now), null, now, now, 0, false);
    }
}

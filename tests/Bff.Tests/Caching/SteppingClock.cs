using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Caching;

/// <summary>A fake clock whose wall time can be off without its timers and monotonic time noticing, as after a correction or on another machine.</summary>
internal sealed class SteppingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    public TimeSpan Off { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Off;

    // The base derives it from the wall clock.
    public override long GetTimestamp() => base.GetUtcNow().UtcTicks;
}

namespace Bff.Tests.Fixture;

/// <summary>The system's clock, which a test can move forward. Timers stay real, so nothing that waits is stuck.</summary>
internal sealed class ShiftableTime : TimeProvider
{
    private long shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Shift.TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);

    private TimeSpan Shift => new(Interlocked.Read(ref shift));
}

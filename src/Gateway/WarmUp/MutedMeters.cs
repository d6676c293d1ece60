using System.Diagnostics.Metrics;

namespace Bff.Gateway.WarmUp;

/// <summary>Meters of the same instruments under names that no exporter listens to: what is practised is no traffic.</summary>
internal sealed class MutedMeters : IMeterFactory
{
    private readonly List<Meter> meters = [];

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter($"Practice.{options.Name}");
        meters.Add(meter);
        return meter;
    }

    public void Dispose() => meters.ForEach(meter => meter.Dispose());
}

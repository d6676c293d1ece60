using System.Diagnostics.Metrics;

namespace Bff.ServiceDefaults.WarmUp;

/// <summary>Meters of the same instruments under names that no exporter listens to: what is practised is no traffic.</summary>
public sealed class MutedMeters : IMeterFactory
{
    private readonly List<Meter> meters = [];

    /// <inheritdoc/>
    public Meter Create(MeterOptions options)
    {
        var meter = new Meter($"Practice.{options.Name}");
        meters.Add(meter);
        return meter;
    }

    /// <inheritdoc/>
    public void Dispose() => meters.ForEach(meter => meter.Dispose());
}

using System.Diagnostics.Metrics;

namespace Bff.Grains.Live;

/// <summary>What watching costs v6, on the meter <c>Bff.Live</c>.</summary>
internal sealed class LiveMetrics
{
    private readonly Counter<long> polls;

    public LiveMetrics(IMeterFactory meters)
    {
        polls = meters.Create("Bff.Live").CreateCounter<long>(
            "bff.live.polls", "{poll}", "Times that v6 was asked for the slots of a day because somebody watches it.");
        polls.Add(0);
    }

    public void Polled() => polls.Add(1);
}

using System.Diagnostics.Metrics;

namespace Bff.Gateway.Cluster;

/// <summary>What the loss of silos costs clients, on the meter <c>Bff.Cluster</c>.</summary>
internal sealed class ClusterMetrics
{
    private readonly Counter<long> retries;
    private readonly Counter<long> unknown;

    public ClusterMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Bff.Cluster");
        retries = meter.CreateCounter<long>("bff.cluster.read.retries", "{retry}", "Reads that were repeated because a silo did not answer.");
        unknown = meter.CreateCounter<long>("bff.cluster.mutations.unknown", "{mutation}", "Mutations whose silo was lost: their outcome was reported as unknown.");

        // A series that begins with the first loss has no increase for an alert to see.
        retries.Add(0);
        unknown.Add(0);
    }

    public void Repeated() => retries.Add(1);

    public void Lost() => unknown.Add(1);
}

using System.Diagnostics.Metrics;
using Bff.Upstream.Http;

namespace Bff.Upstream.Governing;

/// <summary>Measurements of turns, leases and breakers; by operation where it matters, never by tenant, whose number has no bound.</summary>
internal sealed class GovernorMetrics
{
    private readonly Counter<long> turns;
    private readonly Counter<long> leases;
    private readonly Counter<long> breaks;
    private readonly Counter<long> refusals;

    public GovernorMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(UpstreamMetrics.Name);
        turns = meter.CreateCounter<long>("bff.upstream.turns.delayed", "{call}", "Calls to v6 that found no permit of their tenant free.");
        leases = meter.CreateCounter<long>("bff.upstream.leases", "{lease}", "Demands for permits to tenants' governors.");
        breaks = meter.CreateCounter<long>("bff.upstream.breaker.changes", "{change}", "Breakers that opened, were tried or closed in this silo.");
        refusals = meter.CreateCounter<long>("bff.upstream.breaker.refusals", "{call}", "Calls to v6 that an open breaker refused.");

        // A series that begins with the first of its kind has no increase for an alert to see.
        turns.Add(0, new KeyValuePair<string, object?>("outcome", "waits"));
        turns.Add(0, new KeyValuePair<string, object?>("outcome", "refused"));
        leases.Add(0, new KeyValuePair<string, object?>("outcome", "unreachable"));
    }

    /// <summary>A call waits for a permit.</summary>
    public void TurnWaits() => turns.Add(1, new KeyValuePair<string, object?>("outcome", "waits"));

    /// <summary>A call was refused, because too many wait.</summary>
    public void TurnRefused() => turns.Add(1, new KeyValuePair<string, object?>("outcome", "refused"));

    /// <summary>A governor answered, or did not.</summary>
    public void Asked(bool answered) => leases.Add(1, new KeyValuePair<string, object?>("outcome", answered ? "answered" : "unreachable"));

    /// <summary>A breaker became <c>open</c>, <c>probing</c> or <c>closed</c>.</summary>
    public void Changed(string operation, string to) => breaks.Add(1, new("operation", operation), new("to", to));

    /// <summary>An open breaker refused.</summary>
    public void Refused(string operation) => refusals.Add(1, new KeyValuePair<string, object?>("operation", operation));
}

using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Http;

/// <summary>Measurements of the calls to v6, by operation and outcome; never by tenant, whose number has no bound.</summary>
internal sealed class UpstreamMetrics
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Bff.Upstream";

    /// <summary>
    /// Spans of the calls, one per call with its retries, named after the operation. They replace the HTTP client's own spans, which carry
    /// the whole URL, and v6 paths hold link tokens, order ids and registration ids that work like passwords.
    /// </summary>
    public static readonly ActivitySource Activities = new(Name);

    private readonly TimeProvider time;
    private readonly Histogram<double> duration;
    private readonly UpDownCounter<long> active;
    private readonly Counter<long> retries;
    private readonly Counter<long> rows;

    public UpstreamMetrics(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        var meter = meters.Create(Name);
        duration = meter.CreateHistogram<double>("bff.upstream.call.duration", "s", "Time of a call to v6, with its queueing and retries.");
        active = meter.CreateUpDownCounter<long>("bff.upstream.call.active", "{call}", "Calls to v6 that are queued or in flight.");
        retries = meter.CreateCounter<long>("bff.upstream.retries", "{retry}", "Repeated tries of reads.");
        rows = meter.CreateCounter<long>("bff.upstream.rows.dropped", "{row}", "Rows of lists that could not be read.");
    }

    /// <summary>A call begins; gives its start for <see cref="Ended"/>.</summary>
    public long Began(V6Operation operation)
    {
        active.Add(1, Operation(operation));
        return time.GetTimestamp();
    }

    /// <summary>A call has ended.</summary>
    public void Ended(V6Operation operation, long start, string outcome)
    {
        active.Add(-1, Operation(operation));
        duration.Record(time.GetElapsedTime(start).TotalSeconds, Operation(operation), new("outcome", outcome));
    }

    /// <summary>A read is tried again.</summary>
    public void Retried(V6Operation operation) => retries.Add(1, Operation(operation));

    /// <summary>Rows of a list were unusable.</summary>
    public void Dropped(V6Operation operation, int count) => rows.Add(count, Operation(operation));

    private static KeyValuePair<string, object?> Operation(V6Operation operation) => new("operation", operation.Id);
}

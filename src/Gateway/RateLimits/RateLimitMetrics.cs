using System.Diagnostics.Metrics;

namespace Bff.Gateway.RateLimits;

/// <summary>Counts what the limits turn away, on the meter <c>Bff.Gateway.RateLimits</c>.</summary>
internal sealed class RateLimitMetrics
{
    private readonly Counter<long> refusals;

    public RateLimitMetrics(IMeterFactory meters)
    {
        refusals = meters.Create("Bff.Gateway.RateLimits").CreateCounter<long>("bff.gateway.rate.refusals", "{operation}", "Operations that came too often.");

        // A series that begins with the first refusal has no increase for an alert to see.
        refusals.Add(0, new KeyValuePair<string, object?>("limit", "caller"));
    }

    /// <summary>An operation was turned away.</summary>
    /// <param name="limit">First letter of the limit's keys.</param>
    public void Refused(char limit) =>
        refusals.Add(1, new KeyValuePair<string, object?>("limit", limit switch { 't' => "tenant", 'm' => "mutations", 'h' => "hosts", _ => "caller" }));
}

using System.Diagnostics.Metrics;

namespace Bff.Gateway.Overload;

/// <summary>How full a gateway is, on the meter <c>Bff.Gateway.Overload</c>.</summary>
internal sealed class AdmissionMetrics
{
    /// <summary>The gateway has too much to do.</summary>
    public const string Gateway = "gateway";

    /// <summary>One tenant has too much under way.</summary>
    public const string Tenant = "tenant";

    private readonly Meter meter;
    private readonly Counter<long> refusals;

    public AdmissionMetrics(IMeterFactory meters)
    {
        meter = meters.Create("Bff.Gateway.Overload");
        refusals = meter.CreateCounter<long>("bff.gateway.admission.refusals", "{request}", "Requests that were refused, because too much was under way.");

        // A series that begins with the first refusal has no increase for an alert to see.
        refusals.Add(0, new KeyValuePair<string, object?>("bound", Gateway));
        refusals.Add(0, new KeyValuePair<string, object?>("bound", Tenant));
    }

    /// <summary>Shows how many requests are under way.</summary>
    public void Watch(Func<int> inFlight) =>
        meter.CreateObservableUpDownCounter("bff.gateway.admission.active", inFlight, "{request}", "Requests and operations under way.");

    public void Refused(string bound) => refusals.Add(1, new KeyValuePair<string, object?>("bound", bound));
}

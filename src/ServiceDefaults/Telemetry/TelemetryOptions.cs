namespace Bff.ServiceDefaults.Telemetry;

/// <summary>What is measured while requests are served. Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Telemetry";

    /// <summary>
    /// Counts requests, cache verdicts, upstream calls and the like for Prometheus and OTLP. Off, only the runtime's own metrics are left, and
    /// alerts and dashboards have nothing to show: it is there to measure what counting costs. Default true.
    /// </summary>
    public bool Requests { get; set; } = true;
}

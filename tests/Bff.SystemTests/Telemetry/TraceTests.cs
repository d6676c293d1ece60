using System.Net.Http.Json;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Telemetry;

public sealed class TraceTests
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task Traces_metrics_and_logs_of_all_hosts_reach_a_collector_and_one_trace_leads_from_the_request_to_v6()
    {
        await using var collector = new OtlpCollector();
        Dictionary<string, string> export = new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "500",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        };
        await using var fleet = await Fleet.StartAsync("trace", new() { Silos = 1, Silo = export, Gateway = export });

        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ services(first: 1) { nodes { id } } }" }) };
        request.Headers.Add("X-Company-Id", "salon-hk");
        request.Headers.Add("traceparent", $"00-{TraceId}-b7ad6b7169203331-01");
        using var response = await fleet.Gateways[0].Http.SendAsync(request);

        string[] stations = ["POST /graphql", "services", "GetPageAsync", "listServices"];
        await Eventually.BecomesAsync(
            () => Task.FromResult(stations.All(station => Names(collector).Any(name => name.Contains(station)))),
            TimeSpan.FromSeconds(30),
            $"spans of {string.Join(", ", stations)} are exported under one trace id",
            () => string.Join("; ", Names(collector)));

        // The same of metrics: what the gateway and the silo did for it.
        ExportedMetric[] metrics =
        [
            new("bff-gateway", "http.server.request.duration"), new("bff-gateway", "bff.cache.requests"),
            new("bff-silo", "bff.upstream.call.duration"), new("bff-silo", "bff.cache.fetches"), new("bff-silo", "orleans-catalog-activations"),
        ];
        await Eventually.BecomesAsync(
            () => Task.FromResult(metrics.All(collector.Metrics.ContainsKey)),
            TimeSpan.FromSeconds(60),
            $"{string.Join(", ", metrics.AsEnumerable())} are exported",
            () => string.Join("; ", collector.Metrics.Keys.Order(Comparer<ExportedMetric>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name)))));

        // The line of the access log carries the trace, and a silo's lines come too.
        await Eventually.BecomesAsync(
            () => Task.FromResult(
                collector.Lines.Any(line => line is { Service: "bff-gateway", TraceId: TraceId } && line.Text.Contains("document={Document}"))
                && collector.Lines.Any(line => line.Service == "bff-silo")),
            TimeSpan.FromSeconds(60),
            "the access log is exported with its trace id",
            () => string.Join("; ", collector.Lines.TakeLast(30)));
        collector.Spans.ShouldNotContain(span => span.Name.Contains("/health") || span.Name.Contains("/metrics"));
    }

    private static IEnumerable<string> Names(OtlpCollector collector) => collector.Spans.Where(span => span.TraceId == TraceId).Select(span => span.Name);
}

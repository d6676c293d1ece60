using System.Net.Http.Json;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Telemetry;

public sealed class TraceTests
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task One_trace_leads_from_the_request_through_the_grain_to_v6()
    {
        await using var collector = new OtlpCollector();
        Dictionary<string, string> export = new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
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
        collector.Spans.ShouldNotContain(span => span.Name.Contains("/health") || span.Name.Contains("/metrics"));
    }

    private static IEnumerable<string> Names(OtlpCollector collector) => collector.Spans.Where(span => span.TraceId == TraceId).Select(span => span.Name);
}

using System.Collections.Concurrent;
using System.Net;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Telemetry;

/// <summary>A span as it was exported.</summary>
internal sealed record ExportedSpan(string TraceId, string Name);

/// <summary>A line of a log as it was exported: the host, its text before values are put in, and the trace that it belongs to.</summary>
internal sealed record ExportedLine(string Service, string Text, string TraceId);

/// <summary>A metric of a host.</summary>
internal sealed record ExportedMetric(string Service, string Name);

/// <summary>Takes what hosts export over OTLP (HTTP, protobuf) and keeps what drills ask for.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task accepting;

    public OtlpCollector()
    {
        Address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public ConcurrentQueue<ExportedSpan> Spans { get; } = new();

    public ConcurrentQueue<ExportedLine> Lines { get; } = new();

    public ConcurrentDictionary<ExportedMetric, bool> Metrics { get; } = new();

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
        listener.Close();
    }

    private async Task AcceptAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                Read(context.Request.Url!.AbsolutePath, body.ToArray());

                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Read(string path, byte[] message)
    {
        switch (path)
        {
            case "/v1/traces":
                ReadTraces(message);
                break;
            case "/v1/metrics":
                ReadMetrics(message);
                break;
            case "/v1/logs":
                ReadLogs(message);
                break;
        }
    }

    // opentelemetry/proto/metrics/v1/metrics.proto: MetricsData.resource_metrics = 1, ResourceMetrics.scope_metrics = 2, ScopeMetrics.metrics = 2,
    // Metric.name = 1.
    private void ReadMetrics(byte[] message)
    {
        foreach (var resource in Protobuf.Fields(message, 1))
        {
            foreach (var metric in Protobuf.Fields(resource, 2).SelectMany(scope => Protobuf.Fields(scope, 2)))
            {
                Metrics.TryAdd(new(ServiceOf(resource), Text(Protobuf.Fields(metric, 1).Single())), true);
            }
        }
    }

    // opentelemetry/proto/logs/v1/logs.proto: LogsData.resource_logs = 1, ResourceLogs.scope_logs = 2, ScopeLogs.log_records = 2,
    // LogRecord.body = 5 (AnyValue.string_value = 1), LogRecord.trace_id = 9.
    private void ReadLogs(byte[] message)
    {
        foreach (var resource in Protobuf.Fields(message, 1))
        {
            foreach (var record in Protobuf.Fields(resource, 2).SelectMany(scope => Protobuf.Fields(scope, 2)))
            {
                var body = Protobuf.Fields(record, 5).SelectMany(value => Protobuf.Fields(value, 1)).Select(Text).FirstOrDefault("");
                var traceId = Protobuf.Fields(record, 9).Select(id => Convert.ToHexStringLower(id.Span)).FirstOrDefault("");
                Lines.Enqueue(new(ServiceOf(resource), body, traceId));
            }
        }
    }

    // resource.proto: Resource.attributes = 1; common.proto: KeyValue.key = 1, KeyValue.value = 2. The resource is field 1 of all three.
    private static string ServiceOf(ReadOnlyMemory<byte> resource) => Protobuf.Fields(resource, 1)
        .SelectMany(attributes => Protobuf.Fields(attributes, 1))
        .Where(pair => Text(Protobuf.Fields(pair, 1).Single()) == "service.name")
        .SelectMany(pair => Protobuf.Fields(pair, 2))
        .SelectMany(value => Protobuf.Fields(value, 1))
        .Select(Text)
        .FirstOrDefault("");

    private static string Text(ReadOnlyMemory<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes.Span);

    // opentelemetry/proto/trace/v1/trace.proto: TracesData.resource_spans = 1, ResourceSpans.scope_spans = 2, ScopeSpans.spans = 2,
    // Span.trace_id = 1, Span.name = 5.
    private void ReadTraces(byte[] message)
    {
        foreach (var span in Protobuf.Fields(message, 1).SelectMany(r => Protobuf.Fields(r, 2)).SelectMany(s => Protobuf.Fields(s, 2)))
        {
            var traceId = Convert.ToHexStringLower(Protobuf.Fields(span, 1).Single().Span);
            Spans.Enqueue(new(traceId, Text(Protobuf.Fields(span, 5).Single())));
        }
    }
}

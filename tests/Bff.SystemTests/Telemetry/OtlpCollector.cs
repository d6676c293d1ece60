using System.Collections.Concurrent;
using System.Net;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Telemetry;

/// <summary>A span as it was exported.</summary>
internal sealed record ExportedSpan(string TraceId, string Name);

/// <summary>Takes what hosts export over OTLP (HTTP, protobuf) and keeps the spans.</summary>
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
                if (context.Request.Url!.AbsolutePath == "/v1/traces")
                {
                    ReadTraces(body.ToArray());
                }

                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    // opentelemetry/proto/trace/v1/trace.proto: TracesData.resource_spans = 1, ResourceSpans.scope_spans = 2, ScopeSpans.spans = 2,
    // Span.trace_id = 1, Span.name = 5.
    private void ReadTraces(byte[] message)
    {
        foreach (var span in Protobuf.Fields(message, 1).SelectMany(r => Protobuf.Fields(r, 2)).SelectMany(s => Protobuf.Fields(s, 2)))
        {
            var traceId = Convert.ToHexStringLower(Protobuf.Fields(span, 1).Single().Span);
            Spans.Enqueue(new(traceId, System.Text.Encoding.UTF8.GetString(Protobuf.Fields(span, 5).Single().Span)));
        }
    }
}

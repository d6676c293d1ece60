using System.Buffers;
using System.IO.Pipelines;

namespace Bff.Gateway.RealTime;

/// <summary>The body of an event stream (HTML standard, section 9.2): every event is flushed, and a client that does not read is cut off.</summary>
internal sealed class EventStream(HttpContext http, TimeSpan patience, TimeProvider time)
{
    private readonly PipeWriter body = http.Response.BodyWriter;

    /// <summary>Begins the reply.</summary>
    public async Task OpenAsync()
    {
        var response = http.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "private, no-store";
        response.Headers.XContentTypeOptions = "nosniff";

        // nginx would hold events back until it has a buffer full of them.
        response.Headers["X-Accel-Buffering"] = "no";
        await response.StartAsync(http.RequestAborted);
        await CommentAsync();
    }

    /// <summary>A result. Its JSON has no line breaks, so it is one line of data.</summary>
    public Task NextAsync(ReadOnlyMemory<byte> json)
    {
        body.Write("event: next\ndata: "u8);
        body.Write(json.Span);
        body.Write("\n\n"u8);
        return FlushAsync();
    }

    /// <summary>There is no more. The empty data is for browsers' own EventSource, which drops events without.</summary>
    public Task CompleteAsync()
    {
        body.Write("event: complete\ndata: \n\n"u8);
        return FlushAsync();
    }

    /// <summary>Nothing new; the connection is alive.</summary>
    public Task CommentAsync()
    {
        body.Write(":\n\n"u8);
        return FlushAsync();
    }

    private async Task FlushAsync()
    {
        using var limit = new CancellationTokenSource(patience, time);
        await using var cut = limit.Token.Register(http.Abort);
        await body.FlushAsync(http.RequestAborted);
    }
}

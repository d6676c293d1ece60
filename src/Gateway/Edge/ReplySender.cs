using System.Globalization;
using Bff.Caching;
using Bff.Gateway.Changes;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.ResponseCache;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>Sends replies: status, caching headers, validator, encoding, body.</summary>
internal sealed class ReplySender(ReplyRenderer renderer, VerdictHeader verdicts, IOptions<EdgeOptions> options, CacheEnvironment caches)
{
    private readonly int compressFrom = options.Value.CompressFromBytes;

    /// <summary>Sends the reply to one operation.</summary>
    public Task SendAsync(HttpContext http, ReplyForm form, GraphReply reply)
    {
        SetHeaders(http, form, reply.Status(form), reply);
        verdicts.Set(http.Response, reply);
        var isShared = CacheHeaders.Set(http, [reply], caches.Time.GetUtcNow());

        // Only what everybody may see is worth a validator, a compressed form, and memory of its own to make them from.
        return isShared
            ? SendSharedAsync(http, reply.Rendered ?? new RenderedReply(renderer.Render(reply)))
            : renderer.Render(reply, body => WriteAsync(http.Response, body));
    }

    /// <summary>Sends the replies to a batch.</summary>
    public Task SendBatchAsync(HttpContext http, ReplyForm form, GraphReply[] replies)
    {
        SetHeaders(http, form, StatusCodes.Status200OK, replies[^1]);
        var body = renderer.RenderBatch(replies);
        return CacheHeaders.Set(http, replies, caches.Time.GetUtcNow())
            ? SendSharedAsync(http, new RenderedReply(body))
            : WriteAsync(http.Response, body);
    }

    private static void SetHeaders(HttpContext http, ReplyForm form, int status, GraphReply reply)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = form.ContentType();
        response.Headers.XContentTypeOptions = "nosniff";
        if (reply is { IsExecuted: false, Errors: [FailureError { Failure.RetryAfter: { } wait }, ..] })
        {
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (reply.Fence is { } fence)
        {
            response.Headers[FenceGate.Header] = fence;
        }
    }

    private Task SendSharedAsync(HttpContext http, RenderedReply reply)
    {
        var response = http.Response;
        if (EntityTag.IsKnown(http, reply.Plain))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            return Task.CompletedTask;
        }

        // Nothing else is compressed: the length of a compressed secret beside reflected input gives it away (BREACH).
        var coding = reply.Plain.Length >= compressFrom ? ReplyCompression.Choose(http.Request.Headers.AcceptEncoding) : ContentCoding.Identity;
        if (coding.Name() is { } name)
        {
            response.Headers.ContentEncoding = name;
        }

        return WriteAsync(response, reply.In(coding));
    }

    // The body is copied before this returns. A client that has gone ends the write by itself.
    private static Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> body)
    {
        response.ContentLength = body.Length;
        var written = response.BodyWriter.WriteAsync(body);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }
}

using Bff.Caching;
using Bff.Gateway.Changes;
using Bff.Gateway.ResponseCache;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>Sends replies: status, caching headers, validator, encoding, body.</summary>
internal sealed class ReplySender(ReplyRenderer renderer, VerdictHeader verdicts, IOptions<EdgeOptions> options, CacheEnvironment caches)
{
    public async Task SendAsync(HttpContext http, ReplyForm form, IReadOnlyList<GraphReply> replies, bool isBatch)
    {
        var body = Render(replies, isBatch);
        var response = http.Response;
        response.StatusCode = isBatch ? StatusCodes.Status200OK : replies[0].Status(form);
        response.ContentType = form.ContentType();
        response.Headers.XContentTypeOptions = "nosniff";
        if (replies[0].Errors is [Graph.Errors.FailureError { Failure.RetryAfter: { } wait }, ..] && !replies[0].IsExecuted)
        {
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (replies[^1].Fence is { } fence)
        {
            response.Headers[FenceGate.Header] = fence;
        }

        verdicts.Set(response, replies);
        var isShared = CacheHeaders.Set(http, replies, caches.Time.GetUtcNow());
        if (isShared && EntityTag.IsKnown(http, body))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            return;
        }

        // Only what everybody may see is compressed: the length of a compressed secret beside reflected input gives it away (BREACH).
        if (isShared && body.Length >= options.Value.CompressFromBytes)
        {
            body = ReplyCompression.Compress(http, body);
        }

        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    private ReadOnlyMemory<byte> Render(IReadOnlyList<GraphReply> replies, bool isBatch) =>
        isBatch ? renderer.RenderBatch(replies) : replies[0].Rendered ?? renderer.Render(replies[0]);
}

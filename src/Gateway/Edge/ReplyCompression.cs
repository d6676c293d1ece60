using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Bff.Gateway.Edge;

/// <summary>Compresses a whole reply by what the client takes: Brotli, else gzip.</summary>
internal static class ReplyCompression
{
    // Brotli 4 is where more effort stops paying on replies of a few kilobytes.
    private const int BrotliQuality = 4;
    private const int BrotliWindow = 18;

    public static ReadOnlyMemory<byte> Compress(HttpContext http, ReadOnlyMemory<byte> body)
    {
        if (!StringWithQualityHeaderValue.TryParseList(http.Request.Headers.AcceptEncoding, out var accepted))
        {
            return body;
        }

        if (Takes(accepted, "br") && TryBrotli(body, out var brotli))
        {
            http.Response.Headers.ContentEncoding = "br";
            return brotli;
        }

        if (Takes(accepted, "gzip"))
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return Gzip(body);
        }

        return body;
    }

    private static bool Takes(IEnumerable<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0);

    private static bool TryBrotli(ReadOnlyMemory<byte> body, out ReadOnlyMemory<byte> compressed)
    {
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        var done = BrotliEncoder.TryCompress(body.Span, target, out var written, BrotliQuality, BrotliWindow);
        compressed = target.AsMemory(0, written);
        return done;
    }

    private static ReadOnlyMemory<byte> Gzip(ReadOnlyMemory<byte> body)
    {
        using var target = new MemoryStream(body.Length / 2);
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body.Span);
        }

        return target.GetBuffer().AsMemory(0, (int)target.Length);
    }
}

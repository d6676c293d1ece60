using System.IO.Compression;
using Bff.Gateway.Graph;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Bff.Gateway.Edge;

/// <summary>How a body is coded (RFC 9110, section 8.4.1).</summary>
internal enum ContentCoding
{
    /// <summary>As it is.</summary>
    Identity,

    /// <summary><c>br</c> (RFC 7932).</summary>
    Brotli,

    /// <summary><c>gzip</c> (RFC 1952).</summary>
    Gzip,
}

/// <summary>Compresses a whole reply by what the client takes: what it likes best, Brotli when it does not say.</summary>
internal static class ReplyCompression
{
    // Brotli 4 is where more effort stops paying on replies of a few kilobytes.
    private const int BrotliQuality = 4;
    private const int BrotliWindow = 18;
    private const int ChoicesLength = 100_000;

    // Clients of one kind all send the same header.
    private static readonly GenerationCache<string, Choice> Choices = new(ChoicesLength, static (header, _) => header.Length + 100);

    /// <summary>The coding for this client.</summary>
    public static ContentCoding Choose(StringValues acceptEncoding)
    {
        if (acceptEncoding.Count == 0)
        {
            return ContentCoding.Identity;
        }

        var header = acceptEncoding.ToString();
        return (Choices.TryFind(header, out var known) ? known : Choices.Keep(header, new Choice(Read(header)))).Coding;
    }

    /// <summary>Value of <c>Content-Encoding</c>; null for none.</summary>
    public static string? Name(this ContentCoding coding) => coding switch { ContentCoding.Brotli => "br", ContentCoding.Gzip => "gzip", _ => null };

    /// <summary>The body in that coding.</summary>
    public static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> body, ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => Brotli(body),
        ContentCoding.Gzip => Gzip(body),
        _ => body,
    };

    private static ContentCoding Read(string header)
    {
        if (!StringWithQualityHeaderValue.TryParseList([header], out var accepted))
        {
            return ContentCoding.Identity;
        }

        var (brotli, gzip) = (Quality(accepted, "br"), Quality(accepted, "gzip"));
        return brotli > 0 && brotli >= gzip ? ContentCoding.Brotli : gzip > 0 ? ContentCoding.Gzip : ContentCoding.Identity;
    }

    private static double Quality(IEnumerable<StringWithQualityHeaderValue> accepted, string coding) =>
        accepted.FirstOrDefault(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)) is { } named ? named.Quality ?? 1 : 0;

    private static ReadOnlyMemory<byte> Brotli(ReadOnlyMemory<byte> body)
    {
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body.Span, target, out var written, BrotliQuality, BrotliWindow)
            ? target.AsMemory(0, written)
            : throw new InvalidOperationException("The target is as long as the encoder asked for.");
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

    private sealed record Choice(ContentCoding Coding);
}

using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bff.Upstream.Http;

/// <summary>
/// The body of a POST, which knows whether the connection asked for it. The socket handler first connects, then puts the headers into its
/// buffer, then asks for the body, then flushes: as long as <see cref="WasRequested"/> is false, v6 cannot have received a complete
/// request. Every POST carries one, an empty one too, because the socket handler sends a request again by itself only when
/// its <see cref="HttpRequestMessage.Content"/> is null.
/// </summary>
internal sealed class RequestBody : HttpContent
{
    private readonly ReadOnlyMemory<byte> bytes;
    private volatile bool wasRequested;

    private RequestBody(ReadOnlyMemory<byte> bytes) => this.bytes = bytes;

    /// <summary>The request may have reached v6.</summary>
    public bool WasRequested => wasRequested;

    /// <summary>No content.</summary>
    public static RequestBody Empty() => new(ReadOnlyMemory<byte>.Empty);

    /// <summary>The value as JSON.</summary>
    public static RequestBody Json<T>(T value, JsonTypeInfo<T> type)
    {
        var body = new RequestBody(JsonSerializer.SerializeToUtf8Bytes(value, type));
        body.Headers.ContentType = new("application/json");
        return body;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        wasRequested = true;
        return stream.WriteAsync(bytes, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}

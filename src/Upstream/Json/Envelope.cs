using System.Text.Json;

namespace Bff.Upstream.Json;

/// <summary>The wrapping of v6's answers (notes V1, V43).</summary>
internal static class Envelope
{
    /// <summary>The body says itself that the call failed, whatever its status.</summary>
    public static bool IsError(V6Json body) => body.Flag("success") is false || (body.Get("error").IsObject && !body.Has("data"));

    /// <summary>
    /// The payload: <c>data</c> when it stands beside nothing but <c>success</c> and <c>meta</c>, or beside <c>success</c> at least;
    /// otherwise the whole body. A bare thing may have a member called data, but never one called success.
    /// </summary>
    public static V6Json Open(V6Json body)
    {
        if (!body.Mentions("data"))
        {
            return body;
        }

        var wrapped = body.Mentions("success") || body.Element.GetPropertyCount() == (body.Mentions("meta") ? 2 : 1);
        return wrapped ? body.Get("data") : body;
    }

    /// <summary>The root of a body; false when it is no JSON.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> body, out JsonDocument? document)
    {
        try
        {
            document = JsonDocument.Parse(WithoutByteOrderMark(body));
            return true;
        }
        catch (JsonException)
        {
            document = null;
            return false;
        }
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
}

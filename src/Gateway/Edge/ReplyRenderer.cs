using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bff.Gateway.Edge;

/// <summary>Makes the bytes of replies.</summary>
internal sealed class ReplyRenderer(ReplyWriter writer)
{
    private const int UsualSize = 8192;

    // The reply is JSON with nosniff and never HTML: only what JSON itself asks for is escaped.
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public ReadOnlyMemory<byte> Render(GraphReply reply)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualSize);
        using var json = new Utf8JsonWriter(buffer, WriterOptions);
        writer.Write(json, reply);
        json.Flush();
        return buffer.WrittenMemory;
    }

    public ReadOnlyMemory<byte> RenderBatch(IReadOnlyList<GraphReply> replies)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualSize);
        using var json = new Utf8JsonWriter(buffer, WriterOptions);
        json.WriteStartArray();
        foreach (var reply in replies)
        {
            writer.Write(json, reply);
        }

        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenMemory;
    }
}

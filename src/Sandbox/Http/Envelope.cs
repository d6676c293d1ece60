using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Http;

/// <summary>Puts a reply into the v6 envelope.</summary>
internal static class Envelope
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Wrap(Reply reply)
    {
        if (reply.Error is not { } error)
        {
            return new JsonObject { ["success"] = true, ["data"] = reply.Data };
        }

        var body = new JsonObject { ["code"] = error.Code, ["message"] = error.Message };
        if (error.Details is { } details)
        {
            body["details"] = details;
        }

        return new JsonObject { ["success"] = false, ["error"] = body };
    }

    public static byte[] Render(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            if (node is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                node.WriteTo(writer);
            }
        }

        return buffer.WrittenSpan.ToArray();
    }
}

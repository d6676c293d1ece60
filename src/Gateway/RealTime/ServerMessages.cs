using System.Buffers;
using System.Text.Json;
using Bff.Gateway.Edge;

namespace Bff.Gateway.RealTime;

/// <summary>What the gateway says on a WebSocket (<c>graphql-transport-ws</c>).</summary>
internal sealed class ServerMessages(ReplyWriter replies)
{
    private const int UsualSize = 512;

    public static ReadOnlyMemory<byte> Acknowledged { get; } = """{"type":"connection_ack"}"""u8.ToArray();

    public static ReadOnlyMemory<byte> Pong(JsonElement? payload) => Write(json =>
    {
        json.WriteString("type"u8, "pong"u8);
        if (payload is { } given)
        {
            json.WritePropertyName("payload"u8);
            given.WriteTo(json);
        }
    });

    public static ReadOnlyMemory<byte> Complete(string id) => Write(json =>
    {
        json.WriteString("id"u8, id);
        json.WriteString("type"u8, "complete"u8);
    });

    /// <summary>A result, or why there is none: the latter is the last that is said about this operation.</summary>
    public ReadOnlyMemory<byte> Reply(string id, GraphReply reply) => Write(json =>
    {
        json.WriteString("id"u8, id);
        json.WriteString("type"u8, reply.IsExecuted ? "next"u8 : "error"u8);
        json.WritePropertyName("payload"u8);
        if (reply.IsExecuted)
        {
            replies.Write(json, reply);
        }
        else
        {
            replies.WriteErrors(json, reply);
        }
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualSize);
        using var json = new Utf8JsonWriter(buffer, ReplyRenderer.WriterOptions);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bff.Gateway.Edge;

/// <summary>Makes the bytes of replies.</summary>
internal sealed class ReplyRenderer(ReplyWriter writer)
{
    private const int UsualSize = 8192;
    private const int LargestSpare = 262_144;

    // The reply is JSON with nosniff and never HTML: only what JSON itself asks for is escaped.
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Tools? spare;

    /// <summary>The reply in memory of its own.</summary>
    public byte[] Render(GraphReply reply) => Render(reply, static bytes => bytes.ToArray());

    /// <summary>Several replies as one array, in memory of its own.</summary>
    public byte[] RenderBatch(IReadOnlyList<GraphReply> replies) => With(
        (writer, replies),
        static (json, state) =>
        {
            json.WriteStartArray();
            foreach (var reply in state.replies)
            {
                state.writer.Write(json, reply);
            }

            json.WriteEndArray();
        },
        static bytes => bytes.ToArray());

    /// <summary>Gives the reply to <paramref name="use"/>, which must have copied it when it returns: the memory is used again.</summary>
    public T Render<T>(GraphReply reply, Func<ReadOnlyMemory<byte>, T> use) =>
        With((writer, reply), static (json, state) => state.writer.Write(json, state.reply), use);

    private static T With<TState, T>(TState state, Action<Utf8JsonWriter, TState> write, Func<ReadOnlyMemory<byte>, T> use)
    {
        var tools = spare ?? new Tools();
        spare = null;
        write(tools.Json, state);
        tools.Json.Flush();
        var used = use(tools.Buffer.WrittenMemory);
        if (tools.Buffer.Capacity <= LargestSpare)
        {
            tools.Buffer.ResetWrittenCount();
            tools.Json.Reset();
            spare = tools;
        }

        return used;
    }

    private sealed class Tools
    {
        public Tools() => Json = new Utf8JsonWriter(Buffer, WriterOptions);

        public ArrayBufferWriter<byte> Buffer { get; } = new(UsualSize);

        public Utf8JsonWriter Json { get; }
    }
}

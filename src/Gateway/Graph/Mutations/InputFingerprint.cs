using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bff.Gateway.Graph.Mutations;

/// <summary>
/// What was asked, as a hash: equal for equal questions however they are written. The order of fields does not count, a field left out is
/// the same as null (but not within JSON that a client wrote itself), and an instant is the same with any offset. The idempotency key is no part of the question, the mutation's name is.
/// </summary>
internal static class InputFingerprint
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new InstantConverter(), new WrittenJsonConverter() } };

    /// <summary>The hash, SHA-256 in base64url.</summary>
    public static string Of(string mutation, IIdempotentInput input)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("mutation", mutation);
            writer.WritePropertyName("input");
            var asked = JsonSerializer.SerializeToElement(input, input.GetType(), Options);
            Write(writer, asked, member => member.Name != nameof(IIdempotentInput.IdempotencyKey) && IsGiven(member), IsGiven);
            writer.WriteEndObject();
        }

        return Base64Url.EncodeToString(SHA256.HashData(buffer.WrittenSpan));
    }

    private static bool IsGiven(JsonProperty member) => member.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    private static void Write(Utf8JsonWriter writer, JsonElement value, Func<JsonProperty, bool> counts, Func<JsonProperty, bool> countsWithin)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().Where(counts).OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, countsWithin, countsWithin);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, countsWithin, countsWithin);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteNumberValue(value.UtcTicks);
    }

    // As a text, so that nothing of it is dropped: an answer of null is another one than no answer.
    private sealed class WrittenJsonConverter : JsonConverter<JsonElement>
    {
        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var inner = new Utf8JsonWriter(buffer))
            {
                InputFingerprint.Write(inner, value, _ => true, _ => true);
            }

            writer.WriteStringValue(buffer.WrittenSpan);
        }
    }
}

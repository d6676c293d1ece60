namespace Bff.SystemTests.Telemetry;

/// <summary>As much of protobuf's wire format as it takes to find length-delimited fields by number.</summary>
internal static class Protobuf
{
    public static List<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int number)
    {
        List<ReadOnlyMemory<byte>> found = [];
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message.Span, ref at);
            var length = (tag & 7) switch
            {
                0 => Skip(Varint(message.Span, ref at), 0),
                1 => 8,
                2 => (int)Varint(message.Span, ref at),
                5 => 4,
                var other => throw new InvalidDataException($"Wire type {other}."),
            };
            if ((tag & 7) == 2 && (int)(tag >> 3) == number)
            {
                found.Add(message.Slice(at, length));
            }

            at += length;
        }

        return found;
    }

    private static int Skip(ulong _, int length) => length;

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}

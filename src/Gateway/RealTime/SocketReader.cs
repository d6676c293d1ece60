using System.Buffers;
using System.Net.WebSockets;

namespace Bff.Gateway.RealTime;

/// <summary>A message of a client, or why there is none.</summary>
/// <param name="Bytes">The message.</param>
/// <param name="Fault">Why it cannot be taken.</param>
/// <param name="IsEnd">The client has closed its side.</param>
internal readonly record struct Received(ReadOnlyMemory<byte> Bytes, CloseReason? Fault = null, bool IsEnd = false);

/// <summary>Reads whole messages, bounded in size and time.</summary>
internal sealed class SocketReader(WebSocket socket, RealTimeOptions options, TimeProvider time)
{
    private const int FirstSize = 4096;

    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="OperationCanceledException">The message took too long.</exception>
    public async ValueTask<Received> ReadAsync()
    {
        // Asking for nothing waits until there is something: a quiet connection holds no buffer.
        var first = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        if (first.MessageType is not WebSocketMessageType.Text || first.EndOfMessage)
        {
            return first.MessageType is WebSocketMessageType.Close ? new Received(default, IsEnd: true) : new Received(default, CloseReason.BadMessage);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.MessageTimeoutSeconds), time);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
        try
        {
            for (var length = 0; ;)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), limit.Token);
                length += part.Count;
                if (part.MessageType is WebSocketMessageType.Close || length > options.MaxMessageBytes)
                {
                    return part.MessageType is WebSocketMessageType.Close ? new Received(default, IsEnd: true) : new Received(default, CloseReason.TooLarge);
                }

                if (part.EndOfMessage)
                {
                    return new Received(buffer.AsSpan(0, length).ToArray());
                }

                buffer = length == buffer.Length ? Grow(buffer) : buffer;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads on and throws away until the client closes its side too.</summary>
    public async ValueTask DrainAsync()
    {
        var buffer = new byte[FirstSize];
        while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType is not WebSocketMessageType.Close)
        {
        }
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}

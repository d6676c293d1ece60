using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Bff.SystemTests.Bookings;

/// <summary>
/// The client's end of a WebSocket that keeps nothing but its socket, so that what grows in this process is the server's end.
/// It speaks one message at a time and waits on its thread.
/// </summary>
internal sealed class BareSocket : IDisposable
{
    private static readonly byte[] Buffer = new byte[1 << 20];

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 60_000 };

    public static BareSocket Connect(Uri address)
    {
        var bare = new BareSocket();
        bare.socket.Connect(address.Host, address.Port);
        bare.socket.Send(Encoding.ASCII.GetBytes(
            $"GET {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"));
        var length = 0;
        while (!Buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            bare.Fill(Buffer.AsSpan(length++, 1));
        }

        Encoding.ASCII.GetString(Buffer, 0, length).ShouldStartWith("HTTP/1.1 101");
        return bare;
    }

    /// <summary>Sends a message.</summary>
    public void Send(object message)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(message);
        Span<byte> header = stackalloc byte[8];
        header.Clear();
        header[0] = 0x81; // a whole text
        header[1] = 0x80 | 126; // masked, as clients must, with zeros
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], checked((ushort)payload.Length));
        socket.Send(header);
        socket.Send(payload);
    }

    /// <summary>Waits for a message.</summary>
    public string Read()
    {
        Span<byte> header = stackalloc byte[8];
        Fill(header[..2]);
        header[0].ShouldBe((byte)0x81, "a whole text");
        var length = (long)header[1];
        if (length == 126)
        {
            Fill(header[..2]);
            length = BinaryPrimitives.ReadUInt16BigEndian(header);
        }
        else if (length == 127)
        {
            Fill(header);
            length = BinaryPrimitives.ReadInt64BigEndian(header);
        }

        Fill(Buffer.AsSpan(0, (int)length));
        return Encoding.UTF8.GetString(Buffer, 0, (int)length);
    }

    public void Dispose() => socket.Dispose();

    private void Fill(Span<byte> all)
    {
        for (var done = 0; done < all.Length;)
        {
            var read = socket.Receive(all[done..]);
            read.ShouldBePositive("the server has gone");
            done += read;
        }
    }
}

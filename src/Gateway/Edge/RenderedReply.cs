namespace Bff.Gateway.Edge;

/// <summary>The bytes of a reply that is sent more than once; compressed once for each coding that a client takes.</summary>
internal sealed class RenderedReply(byte[] plain)
{
    private byte[]? brotli;
    private byte[]? gzip;

    /// <summary>What it may hold in memory at most, in bytes.</summary>
    public int Size => plain.Length * 2;

    /// <summary>As it was rendered.</summary>
    public ReadOnlyMemory<byte> Plain => plain;

    /// <summary>In that coding. Two that ask at the same time may both compress.</summary>
    public ReadOnlyMemory<byte> In(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => brotli ??= ReplyCompression.Compress(plain, coding).ToArray(),
        ContentCoding.Gzip => gzip ??= ReplyCompression.Compress(plain, coding).ToArray(),
        _ => plain,
    };
}

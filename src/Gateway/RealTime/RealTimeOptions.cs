using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.RealTime;

/// <summary>Connections that stay open: WebSockets and event streams (section <c>Gateway:RealTime</c>). Limits count for one gateway.</summary>
internal sealed class RealTimeOptions
{
    public const string Section = "Gateway:RealTime";

    /// <summary>How long a WebSocket may wait before it says who it is, in seconds; then it is closed with 4408. Default 5.</summary>
    [Range(1, 600)]
    public int InitTimeoutSeconds { get; set; } = 5;

    /// <summary>
    /// How often a quiet connection is proved to be alive, in seconds: a ping frame, whose answer must come within the same time, or a comment
    /// in an event stream. Below the idle time-out of whatever stands in front of the gateway. Default 20.
    /// </summary>
    [Range(1, 3600)]
    public int KeepAliveSeconds { get; set; } = 20;

    /// <summary>Largest message of a client, in bytes; a larger one closes the connection with 1009. Default 262,144.</summary>
    [Range(128, 100_000_000)]
    public int MaxMessageBytes { get; set; } = 262_144;

    /// <summary>Longest time that one message may take to arrive, in seconds. Default 10.</summary>
    [Range(1, 600)]
    public int MessageTimeoutSeconds { get; set; } = 10;

    /// <summary>Operations that may run or listen at once on one WebSocket; one more is answered with an error. Default 50.</summary>
    [Range(1, 10_000)]
    public int MaxOperations { get; set; } = 50;

    /// <summary>Connections of one tenant; one more is closed with 1013, or refused with 503. Default 10,000.</summary>
    [Range(1, 10_000_000)]
    public int MaxConnectionsPerTenant { get; set; } = 10_000;

    /// <summary>Connections of all tenants together, also those that have not said yet whose they are; one more is refused with 503. Default 20,000.</summary>
    [Range(1, 10_000_000)]
    public int MaxConnections { get; set; } = 20_000;

    /// <summary>
    /// Connections of one address, as the rate limits count addresses; one more is refused with 503. Default 1,000: an office behind one
    /// address has room, and no address fills the gateway.
    /// </summary>
    [Range(1, 10_000_000)]
    public int MaxConnectionsPerAddress { get; set; } = 1_000;

    /// <summary>
    /// How long a client may leave one message unread, in seconds; then it is closed with 1013. Each operation has at most one message
    /// waiting, so this and <see cref="MaxOperations"/> bound what a slow client costs. Default 10.
    /// </summary>
    [Range(1, 600)]
    public int SlowReaderSeconds { get; set; } = 10;
}

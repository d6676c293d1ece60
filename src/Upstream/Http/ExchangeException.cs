namespace Bff.Upstream.Http;

/// <summary>What went wrong between a request and its answer.</summary>
internal enum ExchangeFault
{
    /// <summary>No connection: name not found, refused, TLS failed, took too long.</summary>
    Connect,

    /// <summary>The connection broke before the answer was complete.</summary>
    Broken,

    /// <summary>What came was no HTTP, could not be decompressed or was too large.</summary>
    Protocol,
}

/// <summary>
/// A call without a usable answer. It replaces the runtime's exceptions, whose messages may quote bytes that v6 sent; so it has a fixed
/// text and no inner exception.
/// </summary>
internal sealed class ExchangeException(ExchangeFault fault) : Exception($"The call to v6 failed: {fault}.")
{
    /// <summary>What went wrong.</summary>
    public ExchangeFault Fault { get; } = fault;
}

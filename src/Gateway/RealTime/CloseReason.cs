namespace Bff.Gateway.RealTime;

/// <summary>Why a WebSocket is closed: the codes of <c>graphql-transport-ws</c> and of RFC 6455, section 7.4.</summary>
/// <param name="Code">Status code.</param>
/// <param name="Text">For developers; at most 123 bytes.</param>
internal sealed record CloseReason(int Code, string Text)
{
    /// <summary>The client has gone, in order.</summary>
    public static readonly CloseReason Normal = new(1000, "");

    public static readonly CloseReason TooLarge = new(1009, "The message is too large");

    /// <summary>The gateway stops; another one takes over, so clients connect again at once.</summary>
    public static readonly CloseReason Restart = new(1012, "Service restart: connect again");

    public static readonly CloseReason SlowReader = new(1013, "Messages are not read fast enough: connect again");

    public static readonly CloseReason TooManyConnections = new(1013, "Too many connections: try again later");

    public static readonly CloseReason BadMessage = new(4400, "Invalid message");

    public static readonly CloseReason NotInitialised = new(4401, "Unauthorized: send connection_init first");

    /// <summary>What was presented opens nothing here.</summary>
    public static readonly CloseReason Forbidden = new(4403, "Forbidden: the credential or origin is not good here");

    public static readonly CloseReason SessionEnded = new(4403, "Forbidden: the session has ended");

    public static readonly CloseReason SubprotocolNotAcceptable = new(4406, "Subprotocol not acceptable: use graphql-transport-ws");

    public static readonly CloseReason InitTimeout = new(4408, "Connection initialisation timeout");

    public static readonly CloseReason DuplicateId = new(4409, "Subscriber for this id already exists");

    public static readonly CloseReason TooManyInits = new(4429, "Too many initialisation requests");
}

namespace Bff.Gateway.Edge;

/// <summary>Kinds of operation that may come by the way on which a request came.</summary>
[Flags]
internal enum OperationKinds
{
    /// <summary>GET: what changes nothing.</summary>
    Query = 1,

    Mutation = 2,

    /// <summary>Where more than one reply can be sent: WebSocket and event streams.</summary>
    Subscription = 4,
}

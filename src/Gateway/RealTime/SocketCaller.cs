using Bff.Gateway.Auth;
using Bff.Gateway.Changes;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;

namespace Bff.Gateway.RealTime;

/// <summary>Who is at the other end of a WebSocket, as found out at <c>connection_init</c>.</summary>
/// <param name="Http">The request that became the WebSocket, with what the payload added to its headers.</param>
/// <param name="Tenancy">The merchant.</param>
/// <param name="Identity">The credentials.</param>
/// <param name="SessionEnd">Completes when the session ends.</param>
internal sealed record SocketCaller(HttpContext Http, TenantResolution Tenancy, RequestIdentity Identity, Lazy<Task> SessionEnd)
{
    private readonly RequestFence fence = new();

    /// <summary>One operation of this caller; what one has changed, the later ones see.</summary>
    public GraphContext Context(string traceId, CancellationToken until) =>
        new(Tenancy, Http.RequestServices, traceId, until) { Identity = Identity.Afresh(), SessionEnd = SessionEnd, Fence = fence };
}

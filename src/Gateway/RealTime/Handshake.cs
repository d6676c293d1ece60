using System.Text.Json;
using Bff.Gateway.Auth;
using Bff.Gateway.Edge;

namespace Bff.Gateway.RealTime;

/// <summary>Finds out whose a WebSocket is, from its request and the payload of <c>connection_init</c>.</summary>
internal sealed class Handshake(ITenantResolver tenants, OriginPolicy origins, SessionWatch sessions)
{
    /// <summary>
    /// The caller, or why the connection is closed. A credential that is not good is no reason to go on as a stranger here: the client would
    /// listen in vain. Without a tenant the schema itself can still be asked for, as over HTTP.
    /// </summary>
    public async ValueTask<(SocketCaller? Caller, CloseReason? Refusal)> RecogniseAsync(
        HttpContext http, JsonElement? payload, ConnectionSeats.Seat seat, CancellationToken connectionEnded)
    {
        if (!InitPayload.TryApply(payload, http.Request.Headers))
        {
            return (null, CloseReason.BadMessage);
        }

        var tenancy = await tenants.ResolveAsync(http);
        if (!IsFromHere(http, tenancy) || !TryRead(http, tenancy, out var identity) || !await identity.IsStillGoodAsync())
        {
            return (null, CloseReason.Forbidden);
        }

        return seat.TryMoveTo(tenancy.Tenant)
            ? (new SocketCaller(http, tenancy, identity, new Lazy<Task>(sessions.EndedAsync(identity, connectionEnded))), null)
            : (null, CloseReason.TooManyConnections);
    }

    /// <summary>Browsers let any page open a WebSocket and send cookies along, and ask nobody: the origin is all there is. None is no browser.</summary>
    public bool IsFromHere(HttpContext http, TenantResolution tenancy) =>
        http.Request.Headers.Origin is not { Count: > 0 } origin || origins.Allows(http.Request, origin.ToString(), tenancy);

    private static bool TryRead(HttpContext http, TenantResolution tenancy, out RequestIdentity identity)
    {
        try
        {
            identity = RequestIdentity.Read(http, tenancy.Tenant);
            return true;
        }
        catch (HttpRefusal)
        {
            identity = RequestIdentity.None;
            return false;
        }
    }
}

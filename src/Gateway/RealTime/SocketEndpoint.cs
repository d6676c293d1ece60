using System.Diagnostics;
using Bff.Contracts.Answers;
using Bff.Gateway.Edge;
using Bff.Gateway.RateLimits;
using GraphQL;

namespace Bff.Gateway.RealTime;

/// <summary>Lets WebSockets in, or refuses them while they are still HTTP.</summary>
internal sealed class SocketEndpoint(
    SocketTools tools, Handshake handshake, ConnectionSeats seats, HostClosing hostClosing, ITenantResolver tenants, RateGate rates, ReplySender replies)
{
    private const string Subprotocol = "graphql-transport-ws";

    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            await RequireOwnOriginAsync(http);
            await rates.RequireOperationAsync(http, tenant: null);
            using var seat = seats.Take(http);
            if (seat is null || hostClosing.Token.IsCancellationRequested)
            {
                throw new HttpRefusal(new Failure(ErrorCodes.ConnectionLimit, Retryable: true, TimeSpan.FromSeconds(1)), StatusCodes.Status503ServiceUnavailable);
            }

            await RunAsync(http, seat);
        }
        catch (ExecutionError refusal)
        {
            var traceId = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
            await replies.SendAsync(http, ReplyForm.Json, new GraphReply { Errors = [refusal], TraceId = traceId });
        }
    }

    private async ValueTask RequireOwnOriginAsync(HttpContext http)
    {
        if (!handshake.IsFromHere(http, await tenants.ResolveAsync(http)))
        {
            throw new HttpRefusal(ErrorCodes.CrossSiteRefused, StatusCodes.Status403Forbidden);
        }
    }

    private async Task RunAsync(HttpContext http, ConnectionSeats.Seat seat)
    {
        var speaksOurs = http.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(speaksOurs ? Subprotocol : null);
        await using var connection = new SocketConnection(http, socket, tools, handshake, seat);
        await connection.RunAsync(speaksOurs ? null : CloseReason.SubprotocolNotAcceptable, hostClosing.Token);
    }
}

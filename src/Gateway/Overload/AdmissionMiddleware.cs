using System.Diagnostics;
using Bff.Gateway.Auth;
using Bff.Gateway.Edge;

namespace Bff.Gateway.Overload;

/// <summary>
/// Stands before /graphql, and before anything is looked up for it: what is refused here costs no body, no parsing and no exception. Connections that stay open are bounded elsewhere
/// (<see cref="RealTime.ConnectionSeats"/>); they hold a place until their stream begins.
/// </summary>
internal sealed class AdmissionMiddleware(RequestDelegate next, AdmissionGate gate, ReplySender replies)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) && http.WebSockets.IsWebSocketRequest)
        {
            return next(http);
        }

        var admission = gate.Enter(http.Request);
        return admission.Refusal is { } refusal ? RefuseAsync(http, refusal)
            : MayStream(http.Request) ? StreamAsync(http, admission)
            : AnswerAsync(http, admission);
    }

    // Not parsed here: who only looks like it has a place that can be left early, and does not.
    private static bool MayStream(HttpRequest request) => request.Headers.Accept.ToString().Contains("event-stream", StringComparison.OrdinalIgnoreCase);

    private async Task AnswerAsync(HttpContext http, Admission admission)
    {
        try
        {
            await next(http);
        }
        finally
        {
            gate.Leave(admission);
        }
    }

    private async Task StreamAsync(HttpContext http, Admission admission)
    {
        using var place = new StreamPlace(gate, admission);
        http.Features.Set(place);
        await next(http);
    }

    private Task RefuseAsync(HttpContext http, HttpRefusal refusal)
    {
        StorefrontCors.LetRead(http, "Retry-After");
        return replies.SendAsync(
            http,
            ReplyForms.Negotiate(http.Request).Form ?? ReplyForm.Json,
            new GraphReply { Errors = [refusal], TraceId = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier });
    }
}

/// <summary>The place of a request that may become a stream, which leaves it when it begins.</summary>
internal sealed class StreamPlace(AdmissionGate gate, Admission admission) : IDisposable
{
    private int left;

    /// <summary>Leaves the place of this request, if it holds one.</summary>
    public static void Leave(HttpContext http) => http.Features.Get<StreamPlace>()?.Dispose();

    public void Dispose()
    {
        if (Interlocked.Exchange(ref left, 1) == 0)
        {
            gate.Leave(admission);
        }
    }
}

using System.Diagnostics;
using Bff.Contracts.Answers;
using Bff.Gateway.Auth;
using Bff.Gateway.Changes;
using Bff.Gateway.Graph;
using Bff.Gateway.Ide;
using Bff.Gateway.Limits;
using Bff.Gateway.Overload;
using Bff.Gateway.RateLimits;
using Bff.Gateway.RealTime;
using GraphQL;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>
/// /graphql over HTTP. In the order in which a request meets them: rate limit, media type, method and body, tenant, each operation, the reply.
/// </summary>
internal sealed class GraphEndpoint(
    RequestReader requests,
    RateGate rates,
    ITenantResolver tenants,
    OperationRunner operations,
    ReplySender replies,
    IdePage ide,
    SocketEndpoint sockets,
    EventStreams streams,
    SessionWatch sessions,
    IServiceProvider services,
    IOptions<DocumentLimits> limits,
    TimeProvider time)
{
    public async Task HandleAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            if (http.WebSockets.IsWebSocketRequest)
            {
                await sockets.HandleAsync(http);
                return;
            }

            if (ide.Wants(http.Request))
            {
                await ide.OpenAsync(http);
                return;
            }
        }

        var (form, takesEvents) = ReplyForms.Negotiate(http.Request);
        try
        {
            await rates.RequireRequestAsync(http);
            var batch = form is null ? throw NotAcceptable() : await requests.ReadAsync(http);
            if (batch.IsBatch && form is ReplyForm.EventStream)
            {
                throw NotAcceptable();
            }

            if (!takesEvents && batch.Items is [{ Known: not null } again]
                && await operations.FindAsync(http, again, await tenants.ResolveAsync(http)) is { } kept)
            {
                await replies.SendAsync(http, form.Value, kept);
                return;
            }

            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Value.OperationTimeoutSeconds), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, http.RequestAborted);
            var tenancy = await tenants.ResolveAsync(http);
            var identity = RequestIdentity.Read(http, tenancy.Tenant);
            var fence = new RequestFence();
            if (!batch.IsBatch && takesEvents)
            {
                var context = ContextOf(http, tenancy, identity, fence, isFirst: true, either.Token, new Lazy<Task>(() => sessions.EndedAsync(identity.Afresh(), either.Token)));
                var reply = await operations.RunAsync(http, batch.Items[0], tenancy, context, KindsFor(http) | OperationKinds.Subscription);
                await SendAsync(http, form.Value, reply, context, deadline, either);
                return;
            }

            var answers = new GraphReply[batch.Items.Count];
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] = await operations.RunAsync(
                    http, batch.Items[i], tenancy, ContextOf(http, tenancy, identity, fence, isFirst: i == 0, either.Token), KindsFor(http));
            }

            await (batch.IsBatch ? replies.SendBatchAsync(http, form.Value, answers) : replies.SendAsync(http, form.Value, answers[0]));
        }
        catch (ExecutionError refusal)
        {
            await replies.SendAsync(http, form ?? ReplyForm.Json, new GraphReply { Errors = [refusal], TraceId = TraceIdOf(http) });
        }
    }

    // A subscription has no deadline: it lasts until one side ends it. What was refused is told with its status, as everywhere.
    private async Task SendAsync(
        HttpContext http, ReplyForm form, GraphReply reply, GraphContext context, CancellationTokenSource deadline, CancellationTokenSource stop)
    {
        if (reply.Events is { } events)
        {
            deadline.CancelAfter(Timeout.InfiniteTimeSpan);
            StreamPlace.Leave(http);
            await streams.SendAsync(http, events, context, stop);
        }
        else if (form is ReplyForm.EventStream && reply.Errors is not [HttpRefusal, ..])
        {
            await streams.SendAsync(http, reply);
        }
        else
        {
            await replies.SendAsync(http, form, reply);
        }
    }

    private static HttpRefusal NotAcceptable() => new(ErrorCodes.NotAcceptable, StatusCodes.Status406NotAcceptable);

    private static OperationKinds KindsFor(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) ? OperationKinds.Query : OperationKinds.Query | OperationKinds.Mutation;

    private GraphContext ContextOf(
        HttpContext http, TenantResolution tenancy, RequestIdentity identity, RequestFence fence, bool isFirst, CancellationToken cancellationToken, Lazy<Task>? sessionEnd = null) =>
        new(tenancy, services, TraceIdOf(http), cancellationToken) { Identity = identity, SessionEnd = sessionEnd, Fence = fence, IsCounted = isFirst };

    private static string TraceIdOf(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
}

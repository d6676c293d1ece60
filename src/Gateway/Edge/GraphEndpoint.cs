using System.Diagnostics;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Ide;
using Bff.Gateway.Limits;
using GraphQL;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>
/// /graphql over HTTP. In the order in which a request meets them: media type, method and body, tenant, each operation, the reply.
/// </summary>
internal sealed class GraphEndpoint(
    RequestReader requests,
    ITenantResolver tenants,
    OperationRunner operations,
    ReplySender replies,
    IdePage ide,
    IOptions<DocumentLimits> limits,
    TimeProvider time)
{
    public async Task HandleAsync(HttpContext http)
    {
        if (ide.Wants(http.Request))
        {
            await ide.OpenAsync(http);
            return;
        }

        var form = ReplyForms.Negotiate(http.Request);
        try
        {
            if (form is null or ReplyForm.EventStream)
            {
                throw new HttpRefusal(Contracts.Answers.ErrorCodes.NotAcceptable, StatusCodes.Status406NotAcceptable);
            }

            var batch = await requests.ReadAsync(http);
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Value.OperationTimeoutSeconds), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, http.RequestAborted);
            var tenancy = await tenants.ResolveAsync(http);
            var identity = RequestIdentity.Read(http, tenancy.Tenant);
            var answers = new List<GraphReply>(batch.Items.Count);
            foreach (var request in batch.Items)
            {
                answers.Add(await operations.RunAsync(http, request, tenancy, ContextOf(http, tenancy, identity, either.Token)));
            }

            await replies.SendAsync(http, form.Value, answers, batch.IsBatch);
        }
        catch (ExecutionError refusal)
        {
            await replies.SendAsync(http, form ?? ReplyForm.Json, [new GraphReply { Errors = [refusal], TraceId = TraceIdOf(http) }], isBatch: false);
        }
    }

    private static GraphContext ContextOf(HttpContext http, TenantResolution tenancy, RequestIdentity identity, CancellationToken cancellationToken) =>
        new(tenancy, http.RequestServices, TraceIdOf(http), cancellationToken) { Identity = identity };

    private static string TraceIdOf(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
}

using Bff.Contracts.Answers;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Planning;
using Bff.Gateway.Limits;
using Bff.Gateway.RateLimits;
using Bff.Gateway.ResponseCache;
using Bff.Gateway.TrustedDocuments;
using GraphQL;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>
/// Takes one operation from request to reply:
/// <list type="number">
/// <item>Count it.</item>
/// <item>Find its document and make it ready.</item>
/// <item>Ask what only the edge knows: method, introspection, tenant, origin.</item>
/// <item>Answer it from the replies that are kept, or run it.</item>
/// </list>
/// </summary>
internal sealed class OperationRunner(
    GraphEngine engine,
    DocumentFinder documents,
    RateGate rates,
    PublicReplies replies,
    IntrospectionRule introspection,
    OriginPolicy origins,
    IServiceProvider services,
    IOptions<DocumentLimits> limits,
    TimeProvider time)
{
    private const string ClientName = "GraphQL-Client-Name";

    public async ValueTask<GraphReply> RunAsync(HttpContext http, GraphRequest request, TenantResolution tenancy, GraphContext context)
    {
        try
        {
            // Step 1
            await rates.RequireOperationAsync(http, tenancy.Tenant);

            // Step 2
            var found = documents.Find(request, tenancy.Tenant, http.Request.Headers[ClientName]);
            var prepared = found.Query is null ? throw HttpRefusal.BadRequest() : await engine.PrepareAsync(found);
            if (prepared.Plan is null)
            {
                return new GraphReply { Errors = prepared.Problems, TraceId = context.TraceId };
            }

            // Step 3
            await CheckAsync(http, prepared.Plan, tenancy, context);

            // Step 4
            var wantsCost = CostReport.IsWanted(http.Request, request);
            return !wantsCost && tenancy.Tenant is { } tenant && replies.Covers(prepared, !Caller.HasCredentials(http.Request))
                ? await replies.GetAsync(tenant, prepared, () => RunForAllAsync(prepared, tenancy, context.TraceId)).AsTask().WaitAsync(context.CancellationToken)
                : await RunAsync(prepared, context, wantsCost);
        }
        catch (ExecutionError refusal)
        {
            return new GraphReply { Errors = [refusal], TraceId = context.TraceId };
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return TimedOut(context.TraceId);
        }
    }

    private async ValueTask<GraphReply> RunAsync(PreparedOperation prepared, GraphContext context, bool wantsCost)
    {
        var result = await engine.ExecuteAsync(prepared, context);
        return new GraphReply
        {
            Data = result.Data,
            IsExecuted = true,
            Errors = result.Errors,
            TraceId = context.TraceId,
            Freshness = context.Freshness,
            Cost = wantsCost ? prepared.Cost : null,
            Sharing = prepared.Plan!.Facts.Sharing,
        };
    }

    // Made for whoever asks: it knows no caller, and it does not end when one of them goes away.
    private async Task<GraphReply> RunForAllAsync(PreparedOperation prepared, TenantResolution tenancy, string traceId)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Value.OperationTimeoutSeconds), time);
        try
        {
            return await RunAsync(prepared, new GraphContext(tenancy, services, traceId, deadline.Token), wantsCost: false);
        }
        catch (OperationCanceledException)
        {
            return TimedOut(traceId);
        }
    }

    private static GraphReply TimedOut(string traceId) => new()
    {
        IsExecuted = true,
        Errors = [new FailureError(new Failure(ErrorCodes.RequestTimeout, Retryable: true))],
        TraceId = traceId,
    };

    private async ValueTask CheckAsync(HttpContext http, OperationPlan plan, TenantResolution tenancy, GraphContext context)
    {
        var kind = plan.Operation.Operation;
        if (kind is not OperationType.Query && HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.Headers.Allow = "POST";
            throw new HttpRefusal(ErrorCodes.MethodNotAllowed, StatusCodes.Status405MethodNotAllowed);
        }

        if (plan.Facts.Introspects && !introspection.Allowed)
        {
            throw new FailureError(new Failure(ErrorCodes.IntrospectionDisabled));
        }

        if (plan.Facts.NeedsTenant && context.TenantFailure is { } failure)
        {
            throw new HttpRefusal(failure, failure.Retryable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest);
        }

        if (kind is OperationType.Mutation)
        {
            CrossSiteRule.RequireOwnOrigin(http, origins, tenancy);
            await rates.RequireMutationAsync(http);
        }
    }
}

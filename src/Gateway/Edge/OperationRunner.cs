using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Gateway.AccessLog;
using Bff.Gateway.Changes;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Planning;
using Bff.Gateway.Limits;
using Bff.Gateway.RateLimits;
using Bff.Gateway.RealTime;
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
/// <item>Ask what only the edge knows: method, introspection, tenant, origin. The document of an operation that may be run is kept.</item>
/// <item>Answer it from the replies that are kept, or run it.</item>
/// </list>
/// </summary>
internal sealed class OperationRunner(
    GraphEngine engine,
    EventRunner events,
    DocumentFinder documents,
    RateGate rates,
    PublicReplies replies,
    KnownRequests known,
    IntrospectionRule introspection,
    OriginPolicy origins,
    FenceGate fences,
    OperationLog access,
    IServiceProvider services,
    IOptions<DocumentLimits> limits,
    TimeProvider time)
{
    private const string ClientName = "GraphQL-Client-Name";

    /// <summary>
    /// The kept reply to a request that came before, if there is one and nothing about this caller is to be found out first: the same checks as in
    /// the steps above, without all that only a run needs. Null leaves everything to <see cref="RunAsync(HttpContext, GraphRequest, TenantResolution, GraphContext, OperationKinds)"/>.
    /// </summary>
    /// <exception cref="ExecutionError">The request is refused.</exception>
    public async ValueTask<GraphReply?> FindAsync(HttpContext http, GraphRequest request, TenantResolution tenancy)
    {
        var headers = http.Request.Headers;
        if (request.Known is not { } operation
            || tenancy.Tenant is not { } tenant
            || Caller.HasCredentials(http.Request)
            || headers.ContainsKey(FenceGate.Header)
            || CostReport.IsWanted(http.Request, request)
            || !replies.Covers(operation.Prepared, isAnonymous: true)
            || replies.Find(tenant, operation.Key.From(tenancy.Storefront)) is not { } kept)
        {
            return null;
        }

        var tally = access.IsEnabled ? access.Begin() : null;
        try
        {
            await rates.RequireOperationAsync(http, tenant, isCallerCounted: true);
            if (!ReferenceEquals(documents.Find(request, tenant, headers[ClientName]).Query, operation.Query))
            {
                // Another text is registered under its id by now, and this request has been counted: it goes on as one that never came before.
                kept = null;
            }
        }
        catch (ExecutionError refusal)
        {
            kept = new GraphReply { Errors = [refusal], TraceId = http.TraceIdentifier };
        }

        if (kept is not null && tally is not null)
        {
            tally.Runs(operation.Query, operation.Prepared);
            access.Write(tally, tenant, kept);
        }

        return kept;
    }

    public ValueTask<GraphReply> RunAsync(HttpContext http, GraphRequest request, TenantResolution tenancy, GraphContext context, OperationKinds allowed) =>
        access.IsEnabled ? RunLoggedAsync(http, request, tenancy, context, allowed) : AnswerAsync(http, request, tenancy, context, allowed);

    private async ValueTask<GraphReply> RunLoggedAsync(
        HttpContext http, GraphRequest request, TenantResolution tenancy, GraphContext context, OperationKinds allowed)
    {
        var tally = context.Tally = access.Begin();
        var reply = await AnswerAsync(http, request, tenancy, context, allowed);
        access.Write(tally, tenancy.Tenant, reply);
        return reply;
    }

    private async ValueTask<GraphReply> AnswerAsync(
        HttpContext http, GraphRequest request, TenantResolution tenancy, GraphContext context, OperationKinds allowed)
    {
        try
        {
            // Step 1
            await rates.RequireOperationAsync(http, tenancy.Tenant, context.IsCounted);

            // Step 2
            var found = documents.Find(request, tenancy.Tenant, http.Request.Headers[ClientName]);
            var prepared = found.Query is null ? throw HttpRefusal.BadRequest()
                : request.Known is { } before && ReferenceEquals(before.Query, found.Query) ? before.Prepared
                : await engine.PrepareAsync(found);
            if (prepared.Plan is not { } plan)
            {
                return new GraphReply { Errors = prepared.Problems, TraceId = context.TraceId };
            }

            context.Tally?.Runs(found.Query, prepared);

            // Step 3
            await CheckAsync(http, plan, tenancy, context, allowed);
            prepared = await engine.KeepAsync(prepared, found);
            documents.Learn(found);
            await AdmitAsync(http, request, tenancy, context);

            // Step 4
            if (plan.Operation.Operation is OperationType.Subscription)
            {
                return new GraphReply { TraceId = context.TraceId, Events = events.RunAsync(prepared, context) };
            }

            var operation = request.Known ?? known.Keep(request, found.Query, prepared);
            var wantsCost = CostReport.IsWanted(http.Request, request);
            return !wantsCost && tenancy.Tenant is { } tenant && replies.Covers(prepared, !Caller.HasCredentials(http.Request))
                ? await AnswerForAllAsync(tenant, (operation?.Key ?? ReplyKey.Of(prepared)).From(tenancy.Storefront), prepared, tenancy, context)
                : await RunAsync(prepared, context, tenancy.Tenant, wantsCost);
        }
        catch (ExecutionError refusal)
        {
            return new GraphReply { Errors = [refusal], TraceId = context.TraceId };
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return GraphReply.TimedOut(context.TraceId);
        }
    }

    private ValueTask<GraphReply> AnswerForAllAsync(
        TenantId tenant, ReplyKey key, PreparedOperation prepared, TenantResolution tenancy, GraphContext context)
    {
        var answer = replies.GetAsync(tenant, key, () => RunForAllAsync(prepared, tenancy, context));
        return answer.IsCompleted ? answer : new(answer.AsTask().WaitAsync(context.CancellationToken));
    }

    private async ValueTask<GraphReply> RunAsync(PreparedOperation prepared, GraphContext context, TenantId? tenant, bool wantsCost)
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
            Fence = fences.TokenOf(tenant, context.Fence),
            Sharing = prepared.Plan!.Facts.Sharing,
        };
    }

    // Made for whoever asks: it knows no caller, and it does not end when one of them goes away.
    private async Task<GraphReply> RunForAllAsync(PreparedOperation prepared, TenantResolution tenancy, GraphContext asker)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Value.OperationTimeoutSeconds), time);
        try
        {
            var context = new GraphContext(tenancy, services, asker.TraceId, deadline.Token) { Tally = asker.Tally };
            return await RunAsync(prepared, context, tenancy.Tenant, wantsCost: false);
        }
        catch (OperationCanceledException)
        {
            return GraphReply.TimedOut(asker.TraceId);
        }
    }

    private ValueTask AdmitAsync(HttpContext http, GraphRequest request, TenantResolution tenancy, GraphContext context) =>
        tenancy.Tenant is { } tenant ? fences.AdmitAsync(http, request, tenant, context) : ValueTask.CompletedTask;

    private ValueTask CheckAsync(HttpContext http, OperationPlan plan, TenantResolution tenancy, GraphContext context, OperationKinds allowed)
    {
        var kind = plan.Operation.Operation;
        RequireAllowed(http, kind, allowed);

        if (plan.Facts.Introspects && !introspection.Allows(http))
        {
            throw new FailureError(new Failure(ErrorCodes.IntrospectionDisabled));
        }

        if (plan.Facts.NeedsTenant && context.TenantFailure is { } failure)
        {
            throw new HttpRefusal(failure, StatusOf(failure));
        }

        if (kind is not OperationType.Query)
        {
            CrossSiteRule.RequireOwnOrigin(http, origins, tenancy);
        }

        return kind is OperationType.Mutation ? rates.RequireMutationsAsync(http, plan.Root.Fields.Length) : ValueTask.CompletedTask;
    }

    private static int StatusOf(Failure failure) => failure.Code == ErrorCodes.RateLimited ? StatusCodes.Status429TooManyRequests
        : failure.Retryable ? StatusCodes.Status503ServiceUnavailable
        : StatusCodes.Status400BadRequest;

    private static void RequireAllowed(HttpContext http, OperationType kind, OperationKinds allowed)
    {
        if (kind is OperationType.Mutation && !allowed.HasFlag(OperationKinds.Mutation))
        {
            http.Response.Headers.Allow = "POST";
            throw new HttpRefusal(ErrorCodes.MethodNotAllowed, StatusCodes.Status405MethodNotAllowed);
        }

        if (kind is OperationType.Subscription && !allowed.HasFlag(OperationKinds.Subscription))
        {
            throw new HttpRefusal(ErrorCodes.StreamRequired, StatusCodes.Status406NotAcceptable);
        }
    }
}

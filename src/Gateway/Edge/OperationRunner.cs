using Bff.Contracts.Answers;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Planning;
using GraphQL;
using GraphQLParser.AST;

namespace Bff.Gateway.Edge;

/// <summary>
/// Takes one operation from request to reply. In order: make it ready, ask what only the edge knows (method, introspection, tenant,
/// origin), run it.
/// </summary>
internal sealed class OperationRunner(GraphEngine engine, IntrospectionRule introspection, OriginPolicy origins)
{
    public async ValueTask<GraphReply> RunAsync(HttpContext http, GraphRequest request, TenantResolution tenancy, GraphContext context)
    {
        try
        {
            if (request.Query is null)
            {
                throw HttpRefusal.BadRequest();
            }

            var prepared = await engine.PrepareAsync(request);
            if (prepared.Plan is not { } plan)
            {
                return new GraphReply { Errors = prepared.Problems, Context = context };
            }

            Check(http, plan, tenancy, context);
            var result = await engine.ExecuteAsync(prepared, context);
            return new GraphReply
            {
                Data = result.Data,
                IsExecuted = true,
                Errors = result.Errors,
                Context = context,
                Cost = CostReport.IsWanted(http.Request, request) ? prepared.Cost : null,
                Sharing = plan.Facts.Sharing,
            };
        }
        catch (ExecutionError refusal)
        {
            return new GraphReply { Errors = [refusal], Context = context };
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return new GraphReply { IsExecuted = true, Errors = [new FailureError(new Failure(ErrorCodes.RequestTimeout, Retryable: true))], Context = context };
        }
    }

    private void Check(HttpContext http, OperationPlan plan, TenantResolution tenancy, GraphContext context)
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
        }
    }
}

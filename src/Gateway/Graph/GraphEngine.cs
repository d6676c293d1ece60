using GraphQL;
using GraphQL.Types;

namespace Bff.Gateway.Graph;

/// <summary>Runs operations on the schema.</summary>
internal sealed class GraphEngine(ISchema schema)
{
    private static readonly DocumentExecuter Executer = new();

    public Task<ExecutionResult> ExecuteAsync(GraphRequest request, GraphContext context) =>
        Executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            UserContext = context,
            RequestServices = context.Services,
            CancellationToken = context.CancellationToken,
        });
}

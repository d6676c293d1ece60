using Bff.Contracts.Answers;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Planning;
using Bff.Gateway.Graph.Running;
using Bff.Gateway.Limits;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Graph;

/// <summary>
/// Makes operations ready and runs them:
/// <list type="number">
/// <item>The text is looked up; a new one is measured, parsed, validated and planned.</item>
/// <item>Variables are read by their declared types, and the arguments that depend on them worked out.</item>
/// <item>The cost is worked out, for kept documents and from variables too.</item>
/// </list>
/// Each step can refuse; nothing is resolved before all have passed.
/// </summary>
internal sealed class GraphEngine(ISchema schema, IOptions<DocumentLimits> options)
{
    private static readonly GraphQLDocumentBuilder Parser = new();

    private readonly DocumentLimits limits = options.Value;

    // Only what was allowed to run gets in, so a flood of anything else pushes nothing out.
    private readonly GenerationCache<string, ValidDocument> documents = new(options.Value.DocumentCacheBytes, static (_, document) => document.Bytes);

    public async ValueTask<PreparedOperation> PrepareAsync(GraphRequest request)
    {
        try
        {
            // Step 1
            if (documents.TryFind(request.Query!, out var document))
            {
                return await PrepareAsync(document, request);
            }

            var (built, problems) = await BuildAsync(request.Query!);
            return built is null ? PreparedOperation.Refused(problems) : (await PrepareAsync(built, request)) with { NewDocument = built };
        }
        catch (ExecutionError error)
        {
            return PreparedOperation.Refused([error]);
        }
        catch (GraphQLParserException error)
        {
            return PreparedOperation.Refused([AsSyntaxError(error, request.Query!)]);
        }
    }

    /// <summary>Makes a document ready without running it; gives what is wrong with it.</summary>
    public async ValueTask<IReadOnlyList<ExecutionError>> CheckAsync(string query)
    {
        try
        {
            var (built, problems) = await BuildAsync(query);
            if (built is not null)
            {
                documents.Keep(query, built);
            }

            return problems;
        }
        catch (ExecutionError error)
        {
            return [error];
        }
        catch (GraphQLParserException error)
        {
            return [AsSyntaxError(error, query)];
        }
    }

    private async ValueTask<PreparedOperation> PrepareAsync(ValidDocument document, GraphRequest request)
    {
        // Step 2
        var whole = document.Find(request.OperationName);
        var variables = Variables.None;
        if (whole.HasVariables)
        {
            (variables, var problems) = await DocumentRules.CoerceAsync(schema, whole.Document, whole.Operation, request.Variables ?? Inputs.Empty);
            if (problems is not null)
            {
                return PreparedOperation.Refused(problems);
            }
        }

        var plan = document.Cut(whole, variables);
        var arguments = new IDictionary<string, ArgumentValue>?[plan.VariableFields.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var field = plan.VariableFields[i];
            arguments[i] = ExecutionHelper.GetArguments(field.Definition.Arguments, field.Ast.Arguments, variables, plan.Document, field.Ast, null);
        }

        // Step 3
        var cost = new OperationCost(schema, limits.MaxCost, field => field.VariableSlot < 0 ? field.Constants : arguments[field.VariableSlot]).Of(plan);
        return cost > limits.MaxCost
            ? PreparedOperation.Refused([new CostError(cost, limits.MaxCost)])
            : new PreparedOperation(plan, whole, variables, arguments, cost, []) { DocumentBytes = document.Bytes };
    }

    /// <summary>
    /// Keeps the document of an operation that may be run. Gives the operation by the document that is kept: when several came with the same
    /// new document at once, they all go on with one plan, and so with one kept reply.
    /// </summary>
    public ValueTask<PreparedOperation> KeepAsync(PreparedOperation prepared, GraphRequest request)
    {
        if (prepared.NewDocument is not { } built)
        {
            return new(prepared);
        }

        var kept = documents.Keep(request.Query!, built);
        return ReferenceEquals(kept, built) ? new(prepared with { NewDocument = null }) : PrepareAsync(kept, request);
    }

    /// <summary>Runs what was prepared.</summary>
    public async ValueTask<OperationResult> ExecuteAsync(PreparedOperation prepared, GraphContext context, object? rootValue = null)
    {
        var plan = prepared.Plan!;
        context.Areas = plan.Facts.Areas;
        var run = new OperationRun(schema, plan, prepared.Variables, prepared.VariableArguments, context);
        var data = await run.ExecuteAsync(rootValue, serially: plan.Operation.Operation is OperationType.Mutation);
        return new OperationResult(data, [.. run.Errors]);
    }

    /// <summary>
    /// Begins to listen (GraphQL October 2021, section 6.2.3.1): one value for each time that the subscription is to be run. Arguments and
    /// the caller are looked at when the first value is asked for.
    /// </summary>
    public async IAsyncEnumerable<object> ListenAsync(PreparedOperation prepared, GraphContext context)
    {
        // Validation knows of one root field only; a condition may have taken that away.
        var plan = prepared.Plan!;
        if (plan.Root.Fields is not [{ Definition.StreamResolver: EventSource source } field])
        {
            throw new FailureError(new Failure(ErrorCodes.ValidationFailed));
        }

        var run = new OperationRun(schema, plan, prepared.Variables, prepared.VariableArguments, context);
        var root = new ObjectNode(plan.Root, null, null, null, -1);
        await foreach (var value in source.Open(new FieldContext(run, field, root)).WithCancellation(context.CancellationToken))
        {
            yield return value;
        }
    }

    private async ValueTask<(ValidDocument? Document, IReadOnlyList<ExecutionError> Problems)> BuildAsync(string query)
    {
        var size = DocumentScanner.Scan(query, limits);
        var parsed = Parser.Build(query);
        if (parsed.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault() is not { } first)
        {
            return (null, [parsed.Definitions.Count == 0 ? new FailureError(new Failure(ErrorCodes.ParseFailed)) : new NoOperationError()]);
        }

        var problems = await DocumentRules.ValidateAsync(schema, parsed, first, limits.MaxErrors);
        return problems.Count > 0 ? (null, problems) : (new ValidDocument(schema, parsed, limits, size), []);
    }

    private static SyntaxError AsSyntaxError(GraphQLParserException error, string query) => new(new GraphQLSyntaxErrorException(error.Description, query, 0));
}

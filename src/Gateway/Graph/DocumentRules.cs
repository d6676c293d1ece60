using GraphQL.Instrumentation;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace Bff.Gateway.Graph;

/// <summary>
/// Validates a document by itself, without variables, so that the outcome can be kept with it. All of the engine's rules but one:
/// overlapping fields are checked while planning, because the engine's own rule compares all pairs.
/// </summary>
internal static class DocumentRules
{
    private static readonly IValidationRule[] Rules = [.. DocumentValidator.CoreRules.Where(rule => rule is not OverlappingFieldsCanBeMerged)];

    public static async ValueTask<IReadOnlyList<ValidationError>> ValidateAsync(
        ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, int maxErrors)
    {
        var context = ContextOf(schema, document, operation);
        var visitors = new List<INodeVisitor> { new EnoughErrors(maxErrors), context.TypeInfo };
        foreach (var rule in Rules)
        {
            if (await rule.GetPreNodeVisitorAsync(context) is { } visitor)
            {
                visitors.Add(visitor);
            }
        }

        try
        {
            await new BasicVisitor(visitors).VisitAsync(document, new BasicVisitor.State(context));
        }
        catch (EnoughErrorsException)
        {
            // What was found so far is all that a reply shows.
        }

        return [.. context.Errors];
    }

    /// <summary>Reads the values of variables by their declared types.</summary>
    public static ValueTask<(Variables Variables, List<ValidationError>? Errors)> CoerceAsync(
        ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, GraphQL.Inputs values)
    {
        var context = ContextOf(schema, document, operation);
        context.Variables = values;
        return context.GetVariablesValuesAsync();
    }

    private static ValidationContext ContextOf(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation) => new()
    {
        Schema = schema,
        Document = document,
        Operation = operation,
        TypeInfo = new TypeInfo(schema),
        UserContext = new Dictionary<string, object?>(),
        Metrics = Metrics.None,
        Variables = GraphQL.Inputs.Empty,
        Extensions = GraphQL.Inputs.Empty,
    };

    /// <summary>Ends the walk at the last error that is shown: each one costs a search for similar names.</summary>
    private sealed class EnoughErrors(int maxErrors) : INodeVisitor
    {
        public ValueTask EnterAsync(ASTNode node, ValidationContext context) =>
            context.HasErrors && context.Errors.Count() >= maxErrors ? throw new EnoughErrorsException() : default;

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;
    }

    private sealed class EnoughErrorsException : Exception;
}

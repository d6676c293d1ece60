using Bff.Contracts.Changes;
using GraphQLParser.AST;

namespace Bff.Gateway.Graph.Planning;

/// <summary>One operation of a valid document, ready to run again and again.</summary>
/// <param name="Document">The document.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Root">Its root fields.</param>
/// <param name="VariableFields">The fields whose arguments depend on variables, by <see cref="PlannedField.VariableSlot"/>.</param>
/// <param name="Facts">What the edge wants to know before it runs.</param>
internal sealed record OperationPlan(
    GraphQLDocument Document,
    GraphQLOperationDefinition Operation,
    PlannedSelection Root,
    PlannedField[] VariableFields,
    OperationFacts Facts)
{
    public bool HasVariables => Operation.Variables is { Count: > 0 };
}

/// <summary>What the edge wants to know of an operation before it runs.</summary>
/// <param name="NeedsTenant">It asks for something beside the schema itself.</param>
/// <param name="Introspects">It asks for the schema itself.</param>
/// <param name="Sharing">Who may share the reply: the narrowest of all fields.</param>
/// <param name="Areas">What the reply is made of; null when a field does not say.</param>
/// <param name="ByStorefront">The answer depends on the storefront that the caller comes from.</param>
internal readonly record struct OperationFacts(bool NeedsTenant, bool Introspects, SharingPolicy Sharing, IReadOnlyList<CacheArea>? Areas, bool ByStorefront);

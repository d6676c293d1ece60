using Bff.Contracts.Answers;
using GraphQLParser.AST;

namespace Bff.Gateway.Graph.Errors;

/// <summary>The schema has no operations of this kind.</summary>
internal sealed class NoSuchRootError(GraphQLOperationDefinition operation)
    : FailureError(new Failure(ErrorCodes.ValidationFailed), $"The schema has no {operation.Operation.ToString().ToLowerInvariant()}.");

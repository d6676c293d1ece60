using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Bff.Gateway.Graph.Planning;

/// <summary>One field of one concrete type, with everything that does not depend on the request worked out.</summary>
internal sealed class PlannedField
{
    /// <summary>Name in the response.</summary>
    public required string ResponseName { get; init; }

    /// <summary>The same, ready to be written.</summary>
    public required JsonEncodedText EncodedName { get; init; }

    /// <summary>Where it stands in the document; the first of several that merge.</summary>
    public required GraphQLField Ast { get; init; }

    public required FieldType Definition { get; init; }

    public required IObjectGraphType ParentType { get; init; }

    public required IFieldResolver Resolver { get; init; }

    public required FieldFacts Facts { get; init; }

    /// <summary>Its arguments, when they are the same in every request; otherwise null.</summary>
    public required IDictionary<string, ArgumentValue>? Constants { get; init; }

    /// <summary>Its place among the fields whose arguments depend on variables; -1 when they do not.</summary>
    public required int VariableSlot { get; init; }

    /// <summary>What is selected of each object type that it can give; empty for a leaf.</summary>
    public required IReadOnlyDictionary<string, PlannedSelection> Selections { get; init; }

    /// <summary>The only one of <see cref="Selections"/>, when the type is not abstract.</summary>
    public required PlannedSelection? Selection { get; init; }
}

/// <summary>The fields selected of one concrete type, in the order of the response.</summary>
internal sealed record PlannedSelection(IObjectGraphType Type, PlannedField[] Fields);

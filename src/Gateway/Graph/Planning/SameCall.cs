using GraphQL.Validation;
using GraphQLParser.AST;

namespace Bff.Gateway.Graph.Planning;

/// <summary>Fields that share a response name must be the same call: same field, same arguments (October 2021, section 5.3.2).</summary>
internal static class SameCall
{
    public static void Require(GraphQLDocument document, string responseName, GraphQLField one, GraphQLField other)
    {
        if (one.Name.Value != other.Name.Value || !SameArguments(one.Arguments, other.Arguments))
        {
            throw new ValidationError(
                document.Source, "5.3.2", $"Fields '{responseName}' conflict: they are different calls. Use different aliases.", one, other);
        }
    }

    private static bool SameArguments(GraphQLArguments? one, GraphQLArguments? other) =>
        (one?.Count ?? 0) == (other?.Count ?? 0)
        && (one is null || one.All(argument => other!.FirstOrDefault(o => o.Name.Value == argument.Name.Value) is { } same && SameValue(argument.Value, same.Value)));

    private static bool SameValue(GraphQLValue one, GraphQLValue other) => (one, other) switch
    {
        (GraphQLNullValue, GraphQLNullValue) => true,
        (GraphQLVariable a, GraphQLVariable b) => a.Name.Value == b.Name.Value,
        (GraphQLEnumValue a, GraphQLEnumValue b) => a.Name.Value == b.Name.Value,
        (GraphQLBooleanValue a, GraphQLBooleanValue b) => a.BoolValue == b.BoolValue,
        (GraphQLStringValue a, GraphQLStringValue b) => a.Value == b.Value,
        (GraphQLIntValue a, GraphQLIntValue b) => a.Value == b.Value,
        (GraphQLFloatValue a, GraphQLFloatValue b) => a.Value == b.Value,
        (GraphQLListValue a, GraphQLListValue b) => SameItems(a.Values, b.Values),
        (GraphQLObjectValue a, GraphQLObjectValue b) => SameFields(a.Fields, b.Fields),
        _ => false,
    };

    private static bool SameItems(List<GraphQLValue>? one, List<GraphQLValue>? other) =>
        (one?.Count ?? 0) == (other?.Count ?? 0) && (one is null || !one.Where((value, i) => !SameValue(value, other![i])).Any());

    private static bool SameFields(List<GraphQLObjectField>? one, List<GraphQLObjectField>? other) =>
        (one?.Count ?? 0) == (other?.Count ?? 0)
        && (one is null || one.TrueForAll(field => other!.Find(o => o.Name.Value == field.Name.Value) is { } same && SameValue(field.Value, same.Value)));
}

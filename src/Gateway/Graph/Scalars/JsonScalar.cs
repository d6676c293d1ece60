using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Bff.Gateway.Graph.Scalars;

/// <summary>Any JSON value. Resolvers get and give <see cref="JsonElement"/>.</summary>
internal sealed class JsonScalar : ScalarGraphType
{
    public JsonScalar()
    {
        Name = "JSON";
        Description = "Any JSON value. See RFC 8259.";
    }

    public override object? ParseLiteral(GraphQLValue value) =>
        ToNode(value) is { } node ? JsonSerializer.SerializeToElement(node) : null;

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        JsonElement element => element,
        _ => JsonSerializer.SerializeToElement(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        JsonElement element => element,
        _ => throw new InvalidOperationException($"A resolver gave {value.GetType().Name} for JSON."),
    };

    private static JsonNode? ToNode(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLBooleanValue b => JsonValue.Create(b.BoolValue),
        GraphQLStringValue s => JsonValue.Create(s.Value.ToString()),
        GraphQLEnumValue e => JsonValue.Create(e.Name.StringValue),
        GraphQLIntValue i => JsonNode.Parse(i.Value.ToString()),
        GraphQLFloatValue f => JsonNode.Parse(f.Value.ToString()),
        GraphQLListValue list => new JsonArray([.. (list.Values ?? []).Select(ToNode)]),
        GraphQLObjectValue o => new JsonObject((o.Fields ?? []).Select(field => KeyValuePair.Create(field.Name.StringValue, ToNode(field.Value)))),
        _ => throw new ScalarFormatException($"Not JSON: a {value.Kind} has no place in it."),
    };
}

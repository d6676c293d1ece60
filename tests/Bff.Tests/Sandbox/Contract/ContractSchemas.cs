using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Bff.Tests.Sandbox.Contract;

/// <summary>Holds JSON against the schemas of the contract.</summary>
internal static class ContractSchemas
{
    private static readonly Lazy<JsonSchema> Schemas = new(Load);

    /// <summary>What is wrong with a value of the named schema; a property that the schema does not have is wrong too.</summary>
    public static IReadOnlyList<string> Errors(string schema, JsonNode? value) =>
        [.. Schemas.Value.Definitions[schema].Validate(value?.ToJsonString() ?? "null").SelectMany(e => Flatten(e, schema))];

    private static IEnumerable<string> Flatten(ValidationError error, string schema) => error is ChildSchemaValidationError child
        ? child.Errors.SelectMany(e => e.Value).SelectMany(e => Flatten(e, schema)).DefaultIfEmpty($"{schema}: {error}")
        : [$"{schema}: {error.Kind} at {error.Path}"];

    private static JsonSchema Load()
    {
        var definitions = ContractFile.Document["components"]!["schemas"]!.DeepClone();
        Adapt(definitions);
        var document = new JsonObject { ["definitions"] = definitions };
        return JsonSchema.FromJsonAsync(document.ToJsonString()).GetAwaiter().GetResult();
    }

    /// <summary>
    /// The validator knows drafts before 2020-12: references move, <c>const</c> becomes <c>enum</c>, and objects are closed so that
    /// a made-up property does not pass.
    /// </summary>
    private static void Adapt(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            if ((string?)map["$ref"] is { } reference)
            {
                map["$ref"] = reference.Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
            }

            if (map.ContainsKey("const") && map["const"] is JsonValue constant)
            {
                map["enum"] = new JsonArray(constant.DeepClone());
                map.Remove("const");
            }

            if (map["properties"] is JsonObject && map["type"]?.GetValueKind() == System.Text.Json.JsonValueKind.String)
            {
                map.TryAdd("additionalProperties", false);
            }
        }

        foreach (var child in Children(node))
        {
            Adapt(child);
        }
    }

    private static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject map => map.Where(p => p.Key is not ("example" or "examples" or "contentSchema")).Select(p => p.Value).ToList(),
        JsonArray list => list,
        _ => [],
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Contract;

/// <summary>A body that the contract refuses, and the field it must name.</summary>
internal sealed record BadBody(string Why, JsonObject Body, string Field);

/// <summary>Makes bodies from the schemas of the contract: right ones, and every way of being wrong that the schema knows.</summary>
internal static class ContractBodies
{
    /// <summary>A right body: with all fields, or with those that are required alone.</summary>
    public static JsonObject Valid(JsonObject schema, bool requiredOnly = false) => new(
        Properties(schema)
            .Where(p => !requiredOnly || IsRequired(schema, p.Name))
            .Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, Value(p.Schema))));

    public static IEnumerable<BadBody> Wrong(JsonObject schema, string path = "")
    {
        foreach (var (name, property) in Properties(schema))
        {
            if (IsRequired(schema, name))
            {
                yield return new BadBody("missing", Change(schema, body => body.Remove(name)), path + name);
            }

            foreach (var value in WrongValues(property))
            {
                yield return new BadBody(value?.ToJsonString() ?? "null", Change(schema, body => body[name] = value), path + name);
            }

            foreach (var inner in Inner(schema, name, property, path))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<BadBody> Inner(JsonObject schema, string name, JsonObject property, string path) => TypeOf(property) switch
    {
        "object" when property["properties"] is not null => Wrong(property, $"{path}{name}.")
            .Select(bad => bad with { Body = Change(schema, body => body[name] = bad.Body) }),
        "array" => Wrong(Resolve(property["items"]!), $"{path}{name}[0].")
            .Select(bad => bad with { Body = Change(schema, body => body[name] = new JsonArray(bad.Body)) }),
        _ => [],
    };

    private static JsonObject Change(JsonObject schema, Action<JsonObject> change)
    {
        var body = Valid(schema);
        change(body);
        return body;
    }

    private static IEnumerable<JsonNode?> WrongValues(JsonObject property)
    {
        yield return null;
        yield return TypeOf(property) == "string" ? JsonValue.Create(7) : JsonValue.Create("x");
        if ((string?)property["format"] is { } format)
        {
            yield return JsonValue.Create(format switch { "date-time" => "2026-06-10T10:00:00", "email" => "nobody", _ => "no url" });
        }

        if (property["minItems"] is not null)
        {
            yield return new JsonArray();
        }

        if (property["minimum"] is JsonValue minimum)
        {
            yield return JsonValue.Create((long)minimum - 1);
        }
    }

    private static JsonNode Value(JsonObject property) => (TypeOf(property), (string?)property["format"]) switch
    {
        ("string", "date-time") => "2026-06-12T10:00:00+08:00",
        ("string", "email") => "guest@example.com",
        ("string", "uri") => "https://shop.example/back",
        ("string", _) => "text",
        ("integer", _) => 1,
        ("array", _) => new JsonArray(Valid(Resolve(property["items"]!))),
        ("object", _) => property["properties"] is null ? new JsonObject { ["any"] = "thing" } : Valid(property),
        var other => throw new JsonException($"No example for {other}."),
    };

    private static IEnumerable<(string Name, JsonObject Schema)> Properties(JsonObject schema) =>
        schema["properties"]!.AsObject().Select(p => (p.Key, Resolve(p.Value!)));

    private static JsonObject Resolve(JsonNode node) =>
        node["allOf"] is JsonArray all ? ContractFile.Resolve(all[0]!) : ContractFile.Resolve(node);

    private static string TypeOf(JsonObject schema) => (string)schema["type"]!;

    private static bool IsRequired(JsonObject schema, string name) =>
        schema["required"]?.AsArray().Any(r => (string)r! == name) ?? false;
}

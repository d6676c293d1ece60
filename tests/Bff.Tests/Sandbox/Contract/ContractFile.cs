using System.Text.Json.Nodes;
using Bff.Tests.House;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bff.Tests.Sandbox.Contract;

/// <summary>The OpenAPI file as JSON.</summary>
internal static class ContractFile
{
    public static JsonObject Document { get; } = Load();

    /// <summary>Every operation of the file.</summary>
    public static IReadOnlyList<ContractOperation> Operations { get; } =
    [
        .. from path in Document["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           where method.Key is "get" or "post" or "put" or "patch" or "delete"
           select new ContractOperation(path.Key, method.Key.ToUpperInvariant(), method.Value!.AsObject()),
    ];

    /// <summary>The node itself, or what its <c>$ref</c> points to.</summary>
    public static JsonObject Resolve(JsonNode node)
    {
        var reference = (string?)node["$ref"];
        return reference is null
            ? node.AsObject()
            : reference.Split('/').Skip(1).Aggregate((JsonNode)Document, (found, key) => found[key]!).AsObject();
    }

    private static JsonObject Load()
    {
        using var reader = new StreamReader(Path.Combine(Repository.Root, "docs", "v6", "connect-v6.openapi.yaml"));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return Convert(yaml.Documents[0].RootNode)!.AsObject();
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Convert(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value!),
        YamlScalarNode quoted => JsonValue.Create(quoted.Value),
        _ => throw new InvalidOperationException($"Unexpected YAML node {node.NodeType}."),
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "null" or "~" or "" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}

/// <summary>One operation of the file.</summary>
internal sealed record ContractOperation(string Path, string Method, JsonObject Node)
{
    public string Id => (string)Node["operationId"]!;

    public string Access => (string)Node["x-favcrm-auth"]!;

    public IReadOnlyList<JsonObject> Parameters =>
        [.. (Node["parameters"]?.AsArray() ?? []).Select(p => ContractFile.Resolve(p!))];

    /// <summary>Schema of the request body; null without one.</summary>
    public JsonObject? BodySchema =>
        Node["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema ? ContractFile.Resolve(schema) : null;

    public bool BodyRequired => (bool?)Node["requestBody"]?["required"] ?? false;

    /// <summary>The schema that an answer of this status must follow; null when the contract has no such status.</summary>
    public JsonNode? ResponseSchema(int status)
    {
        var responses = Node["responses"]!;
        var response = responses[$"{status}"] ?? (status >= 500 ? responses["5XX"] : null);
        return response is null ? null : ContractFile.Resolve(response)["content"]?["application/json"]?["schema"];
    }

    public override string ToString() => Id;
}

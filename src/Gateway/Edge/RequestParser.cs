using System.Text.Json;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Edge;

/// <summary>Reads the JSON form of a request (GraphQL over HTTP, section 5.1): strict about types, tolerant of unknown members.</summary>
internal static class RequestParser
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>Null when this is no GraphQL request.</summary>
    public static GraphRequest? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Parse(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static GraphRequest? Parse(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object
        && TryGet(element, "query", JsonValueKind.String, out var query)
        && TryGet(element, "operationName", JsonValueKind.String, out var operationName)
        && TryGet(element, "variables", JsonValueKind.Object, out var variables)
        && TryGet(element, "extensions", JsonValueKind.Object, out var extensions)
            ? new GraphRequest(
                query?.GetString(),
                operationName?.GetString(),
                variables is { } v ? JsonInputs.ToInputs(v) : null,
                extensions is { } e ? JsonInputs.ToInputs(e) : null)
            : null;

    private static bool TryGet(JsonElement element, string name, JsonValueKind kind, out JsonElement? value)
    {
        value = element.TryGetProperty(name, out var found) && found.ValueKind is not JsonValueKind.Null ? found : null;
        return value is null || found.ValueKind == kind;
    }
}

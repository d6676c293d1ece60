using System.Text.Json;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Edge;

/// <summary>Reads the JSON form of a request (GraphQL over HTTP, section 5.1): strict about types, tolerant of unknown members.</summary>
internal static class RequestParser
{
    public static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

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

    /// <summary>Null when one of them is no GraphQL request.</summary>
    public static List<GraphRequest>? ParseBatch(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var items = document.RootElement.EnumerateArray().Select(Parse).ToList();
            return items.TrueForAll(item => item is not null) ? [.. items.OfType<GraphRequest>()] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A JSON object in a query string.</summary>
    public static bool TryParseObject(string json, out GraphQL.Inputs? inputs)
    {
        inputs = null;
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            inputs = document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => JsonInputs.ToInputs(document.RootElement),
                _ => null,
            };
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Null when this is no GraphQL request.</summary>
    public static GraphRequest? Parse(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object
        && TryGet(element, "query", JsonValueKind.String, out var query)
        && TryGet(element, "operationName", JsonValueKind.String, out var operationName)
        && TryGet(element, "variables", JsonValueKind.Object, out var variables)
        && TryGet(element, "extensions", JsonValueKind.Object, out var extensions)
        && TryGet(element, "documentId", JsonValueKind.String, out var documentId)
            ? new GraphRequest(
                query?.GetString(),
                operationName?.GetString(),
                variables is { } v ? JsonInputs.ToInputs(v) : null,
                extensions is { } e ? JsonInputs.ToInputs(e) : null,
                documentId?.GetString())
            : null;

    private static bool TryGet(JsonElement element, string name, JsonValueKind kind, out JsonElement? value)
    {
        value = element.TryGetProperty(name, out var found) && found.ValueKind is not JsonValueKind.Null ? found : null;
        return value is null || found.ValueKind == kind;
    }
}

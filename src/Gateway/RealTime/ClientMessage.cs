using System.Text.Json;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;

namespace Bff.Gateway.RealTime;

/// <summary>What a client says on a WebSocket (<c>graphql-transport-ws</c>).</summary>
/// <param name="Type">What it is about.</param>
/// <param name="Id">Names the operation; never empty where the type needs one.</param>
/// <param name="Request">The operation of <c>subscribe</c>.</param>
/// <param name="Payload">An object that came with <c>connection_init</c> or <c>ping</c>.</param>
internal sealed record ClientMessage(string Type, string? Id = null, GraphRequest? Request = null, JsonElement? Payload = null)
{
    public const string Init = "connection_init";
    public const string Ping = "ping";
    public const string Pong = "pong";
    public const string Subscribe = "subscribe";
    public const string Complete = "complete";

    /// <summary>Null when it is not one of the protocol.</summary>
    public static ClientMessage? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, RequestParser.Options);
            var root = document.RootElement;
            return root.ValueKind is JsonValueKind.Object ? Parse(root) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ClientMessage? Parse(JsonElement root) => TextOf(root, "type") switch
    {
        Complete when TextOf(root, "id") is { Length: > 0 } id => new ClientMessage(Complete, id),
        Subscribe when TextOf(root, "id") is { Length: > 0 } id && RequestOf(root) is { } request => new ClientMessage(Subscribe, id, request),
        (Init or Ping or Pong) and { } type when TryGetPayload(root, out var payload) => new ClientMessage(type, Payload: payload),
        _ => null,
    };

    private static GraphRequest? RequestOf(JsonElement root) =>
        root.TryGetProperty("payload", out var payload) && RequestParser.Parse(payload) is { } request && RequestReader.NamesDocument(request) ? request : null;

    private static string? TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static bool TryGetPayload(JsonElement root, out JsonElement? payload)
    {
        payload = null;
        if (!root.TryGetProperty("payload", out var found) || found.ValueKind is JsonValueKind.Null)
        {
            return true;
        }

        payload = found.Clone();
        return found.ValueKind is JsonValueKind.Object;
    }
}

using System.Collections.Frozen;
using System.Text.Json;

namespace Bff.Gateway.TrustedDocuments;

/// <summary>Registered documents by id.</summary>
internal sealed class Manifest
{
    public static readonly Manifest Empty = new(new Dictionary<string, string>());

    private readonly FrozenDictionary<string, string> byId;
    private readonly FrozenSet<string> texts;

    private Manifest(Dictionary<string, string> documents)
    {
        byId = documents.ToFrozenDictionary();
        texts = documents.Values.ToFrozenSet();
    }

    public IEnumerable<string> Documents => byId.Values;

    public int Count => byId.Count;

    public string? Find(string id) => byId.GetValueOrDefault(id);

    public bool Has(string document) => texts.Contains(document);

    /// <summary>Reads a manifest: <c>{ id: document }</c>, or Apollo's <c>{ operations: [{ id, body }] }</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static Manifest Read(ReadOnlySpan<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.ToArray());
            var root = document.RootElement;
            return root.TryGetProperty("operations", out var operations) && operations.ValueKind is JsonValueKind.Array
                ? new Manifest(operations.EnumerateArray().ToDictionary(one => Text(one.GetProperty("id")), one => Text(one.GetProperty("body"))))
                : new Manifest(root.EnumerateObject().ToDictionary(one => one.Name, one => Text(one.Value)));
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The manifest is no JSON object of ids and documents.", problem);
        }
    }

    private static string Text(JsonElement element) =>
        element.ValueKind is JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : throw new FormatException("An id or a document is no text.");
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bff.Sandbox.Content;

/// <summary>Content blocks as they travel: a JSON array inside a string.</summary>
internal static class BlockText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string slug, IReadOnlyList<BlockSeed> blocks)
    {
        var list = blocks.Select((block, i) => (JsonNode)Block($"{slug}-{i + 1}", block.Type, block.Data));
        return new JsonArray([.. list]).ToJsonString(Readable);
    }

    private static JsonObject Block(string id, string type, JsonObject seed)
    {
        var data = seed.DeepClone().AsObject();
        foreach (var (column, number) in Columns(data))
        {
            var inner = column["blocks"]!.AsArray().Select((block, i) =>
                (JsonNode)Block($"{id}-{number}-{i + 1}", (string)block!["type"]!, block["data"]!.AsObject()));
            column["blocks"] = new JsonArray([.. inner]);
        }

        return new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1, ["data"] = data };
    }

    private static List<(JsonNode Column, int Number)> Columns(JsonObject data) =>
        data["columns"] is JsonArray columns ? [.. columns.Select((column, i) => (column!, i + 1))] : [];
}

using System.Collections.Immutable;
using System.Text.Json;
using Bff.Upstream.Json;

namespace Bff.Upstream.Content;

/// <summary>One block of content. Source: v6 ContentBlock.</summary>
/// <param name="Id">Stable key; null when v6 gave none.</param>
/// <param name="Type">Kind in the contract's word; open set.</param>
/// <param name="Version">Schema version of the kind.</param>
/// <param name="Data">Payload as it came, an object. Its HTML is what the merchant wrote: sanitise it.</param>
internal sealed record V6Block(string? Id, string Type, int? Version, JsonElement Data)
{
    /// <summary>
    /// A member of the payload by the contract's word for it (<c>x-favcrm-block-data</c>), whatever its editor calls it (notes V19). The
    /// blocks within columns are read with <see cref="V6Blocks.Read"/>.
    /// </summary>
    public V6Json Member(string word) => V6BlockWords.Find(Type, word, new V6Json(Data));
}

/// <summary>
/// Reads content, in the order of notes V18: a string with a JSON array, nothing, an array, an object of EditorJS, HTML. Whatever
/// cannot be read is left out; nothing throws.
/// </summary>
internal static class V6Blocks
{
    private const int MostBlocks = 2000;

    /// <summary>The blocks of a page or post.</summary>
    public static ImmutableArray<V6Block> Read(V6Json content)
    {
        if (content.Element.ValueKind != JsonValueKind.String)
        {
            return ReadList(content);
        }

        var text = content.AsText();
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        return TryParse(text, out var parsed) ? ReadList(new V6Json(parsed)) : [Html(text)];
    }

    private static ImmutableArray<V6Block> ReadList(V6Json list)
    {
        var blocks = list.IsArray ? list : list.Get("blocks");
        return blocks.IsArray ? [.. blocks.Rows(ReadBlock).Take(MostBlocks)] : [];
    }

    private static V6Block? ReadBlock(V6Json json) => json.Key("type") is not { } type ? null : new(
        json.Key("id"),
        V6BlockWords.TypeOf(type),
        json.Int("version"),
        json.Get("data").IsObject ? json.Get("data").Element.Clone() : JsonElement.Parse("{}"));

    // Only arrays and objects are content; a text that happens to be a JSON number is still a text.
    private static bool TryParse(string text, out JsonElement parsed)
    {
        parsed = default;
        if (text.AsSpan().TrimStart()[0] is not ('[' or '{'))
        {
            return false;
        }

        try
        {
            parsed = JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static V6Block Html(string html)
    {
        var data = new Dictionary<string, string> { ["html"] = html };
        return new(null, "html", null, JsonSerializer.SerializeToElement(data, V6RequestJson.Default.DictionaryStringString));
    }
}

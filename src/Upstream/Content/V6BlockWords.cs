using System.Text.Json;
using Bff.Upstream.Json;

namespace Bff.Upstream.Content;

/// <summary>The words that other editors use for the contract's kinds and payloads of blocks (notes V19).</summary>
internal static class V6BlockWords
{
    private static readonly JsonElement True = JsonElement.Parse("true");
    private static readonly JsonElement False = JsonElement.Parse("false");

    /// <summary>The contract's word for a kind; a kind without one keeps its own.</summary>
    public static string TypeOf(string type) => type switch
    {
        "header" => "heading",
        "delimiter" => "divider",
        _ => type,
    };

    /// <summary>The member of a payload that the contract calls <paramref name="word"/>, under whichever name it came.</summary>
    public static V6Json Find(string type, string word, V6Json data) => (type, word) switch
    {
        _ when data.Has(word) => data.Get(word),
        ("paragraph", "html") => data.Get("text"),
        ("list", "ordered") => new V6Json(data.Text("style") is "ordered" ? True : False),
        ("image", "url") => data.Get("file").Has("url") ? data.Get("file").Get("url") : data.Get("src"),
        ("quote", "cite") => data.Get("caption"),
        _ => default,
    };
}

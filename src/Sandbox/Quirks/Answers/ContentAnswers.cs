using System.Text.Json.Nodes;

namespace Bff.Sandbox.Quirks.Answers;

/// <summary>V18, V19, V21: pages and posts as older servers and editors wrote them.</summary>
internal static class ContentAnswers
{
    private static readonly string[] WithBlocks = ["getCmsPage", "getCmsPost"];

    public static readonly AnswerQuirk[] All =
    [
        AnswerQuirk.OfEach(19, WithBlocks, OldPayloads),
        AnswerQuirk.OfEach(18, WithBlocks, OtherBlocks),
        AnswerQuirk.OfEach(21, ["listCmsPosts", "getCmsPost"], OldPost),
    ];

    /// <summary>Forms: <c>array</c> (first), <c>null</c>, <c>noId</c>, <c>editorjs</c>, <c>html</c>.</summary>
    private static void OtherBlocks(JsonObject page, AnswerContext context)
    {
        var blocks = Parse(page);
        page["blocks"] = context.Form switch
        {
            "null" => null,
            "noId" => Without(blocks, "id", "version").ToJsonString(),
            "editorjs" => new JsonObject { ["time"] = 0, ["blocks"] = Without(blocks, "version"), ["version"] = "2.0" }.ToJsonString(),
            "html" => "<p>Plain HTML instead of blocks.</p>",
            _ => blocks,
        };
    }

    private static void OldPayloads(JsonObject page)
    {
        var blocks = Parse(page);
        foreach (var block in blocks.OfType<JsonObject>())
        {
            RenamePayload(block, block["data"]!.AsObject());
        }

        page["blocks"] = blocks.ToJsonString();
    }

    private static void RenamePayload(JsonObject block, JsonObject data)
    {
        switch ((string?)block["type"])
        {
            case "paragraph":
                data.Rename("html", "text");
                break;
            case "heading":
                block["type"] = "header";
                break;
            case "list":
                data.Remove("ordered", out var ordered);
                data["style"] = ordered is not null && (bool)ordered ? "ordered" : "unordered";
                break;
            case "image":
                data.Remove("url", out var url);
                data["file"] = new JsonObject { ["url"] = url };
                break;
            case "divider":
                block["type"] = "delimiter";
                break;
            case "quote":
                data.Rename("cite", "caption");
                break;
            default:
                break;
        }
    }

    private static void OldPost(JsonObject post)
    {
        post["id"] = Math.Abs(StableNumber((string)post["id"]!));
        post["author"] = new JsonObject { ["id"] = (string?)post["authorId"], ["name"] = "Editor" };
        if (post.ContainsKey("seoTitle"))
        {
            post.Rename("seoTitle", "metaTitle");
            post["content"] = "<p>Older servers sent the text here.</p>";
        }
    }

    private static JsonArray Parse(JsonObject page) =>
        (string?)page["blocks"] is { } text && JsonNode.Parse(text) is JsonArray blocks ? blocks : [];

    private static JsonArray Without(JsonArray blocks, params string[] names)
    {
        foreach (var block in blocks.OfType<JsonObject>())
        {
            block.RemoveAll(names);
        }

        return blocks;
    }

    private static int StableNumber(string text) => text.Aggregate(17, (sum, c) => unchecked((sum * 31) + c));
}

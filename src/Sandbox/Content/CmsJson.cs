using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Content;

/// <summary>Pages, posts and their parts in the contract's form.</summary>
internal static class CmsJson
{
    public static JsonObject Summary(ContentEntry<PageSeed> page, CmsCatalog catalog)
    {
        var json = Common(page, catalog);
        json["parentId"] = page.Seed.Parent is { } parent ? catalog.Page(parent)?.Id : null;
        json["seoTitle"] = page.Seed.SeoTitle;
        json["seoDescription"] = page.Seed.SeoDescription;
        return json;
    }

    public static JsonObject Detail(ContentEntry<PageSeed> page, CmsCatalog catalog)
    {
        var json = Summary(page, catalog);
        json["blocks"] = page.Blocks;
        return json;
    }

    public static JsonObject Summary(ContentEntry<PostSeed> post, CmsCatalog catalog)
    {
        var json = Common(post, catalog);
        json["type"] = post.Seed.Type;
        json["authorId"] = post.Seed.Author;
        json["parentId"] = null;
        json["categories"] = Reply.Array(catalog.Categories.Where(c => post.Seed.Categories.Contains(c.Slug)).Select(Category));
        return json;
    }

    public static JsonObject Detail(ContentEntry<PostSeed> post, CmsCatalog catalog, string companyId)
    {
        var json = Summary(post, catalog);
        json["companyId"] = companyId;
        json["blocks"] = post.Blocks;
        json["seoTitle"] = post.Seed.SeoTitle;
        json["seoDescription"] = post.Seed.SeoDescription;
        json["meta"] = post.Seed.Meta?.DeepClone();
        return json;
    }

    public static JsonObject Category(CategorySeed category) =>
        new() { ["id"] = "cat-" + category.Slug, ["name"] = category.Name, ["slug"] = category.Slug };

    private static JsonObject Common<TSeed>(ContentEntry<TSeed> entry, CmsCatalog catalog)
        where TSeed : ContentSeed => new()
        {
            ["id"] = entry.Id,
            ["slug"] = entry.Seed.Slug,
            ["title"] = entry.Seed.Title,
            ["excerpt"] = entry.Seed.Excerpt,
            ["status"] = entry.Seed.Status,
            ["visibility"] = entry.Seed.Visibility,
            ["featuredImage"] = entry.Seed.Image is { } image ? $"https://images.example/{catalog.Name}/{image}.jpg" : null,
            ["sortOrder"] = entry.Order,
            ["publishedAt"] = Moment(entry.PublishedAt),
            ["createdAt"] = Moment(entry.PublishedAt - Duration.FromHours(20)),
            ["updatedAt"] = Moment(entry.UpdatedAt),
            ["tags"] = Reply.Array(entry.Seed.Tags.Select(id => Tag(catalog.Tags[id]))),
        };

    private static JsonObject Tag(TagSeed tag) => new() { ["id"] = tag.Id, ["name"] = tag.Name, ["color"] = tag.Color };

    private static string Moment(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}

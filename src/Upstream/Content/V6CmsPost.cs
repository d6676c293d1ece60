using System.Collections.Immutable;
using System.Text.Json;
using Bff.Upstream.Json;

namespace Bff.Upstream.Content;

/// <summary>A post without its content. Source: v6 CmsPostSummary.</summary>
/// <remarks>
/// <c>Type</c>: Post type: blog_post, page or one of the tenant's.
/// <c>Status</c>: Publication state as v6 writes it; open set.
/// <c>Visibility</c>: Audience as v6 writes it; open set.
/// </remarks>
internal sealed record V6CmsPostSummary(
    string Id,
    string Type,
    string Slug,
    string Title,
    string? Excerpt,
    string Status,
    string Visibility,
    string? FeaturedImage,
    string? AuthorId,
    string? ParentId,
    int SortOrder,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt,
    ImmutableArray<V6CmsCategory> Categories,
    ImmutableArray<V6Tag> Tags)
{
    /// <summary>Reads a post (ids in either form, notes V21); without id and slug it cannot be addressed and is unusable.</summary>
    public static V6CmsPostSummary? Read(V6Json json) => json.Key("id") is not { } id || json.Key("slug") is not { } slug ? null : new(
        id,
        json.Text("type") ?? "",
        slug,
        json.Text("title") ?? "",
        json.Text("excerpt"),
        json.Text("status") ?? "",
        json.Text("visibility") ?? "",
        json.Key("featuredImage"),
        json.Key("authorId"),
        json.Key("parentId"),
        json.Int("sortOrder") ?? 0,
        json.Moment("publishedAt"),
        json.Moment("createdAt"),
        json.Moment("updatedAt"),
        json.Many("categories", V6CmsCategory.Read),
        json.Many("tags", V6Tag.Read));
}

/// <summary>A post with its content. Source: v6 CmsPost.</summary>
/// <remarks>
/// <c>Meta</c>: Values of the tenant's own fields by field key; an object.
/// </remarks>
internal sealed record V6CmsPost(
    V6CmsPostSummary Summary, ImmutableArray<V6Block> Blocks, string? SeoTitle, string? SeoDescription, JsonElement? Meta)
{
    /// <summary>Reads a post; unusable where its summary is, never because of its content.</summary>
    public static V6CmsPost? Read(V6Json json) => V6CmsPostSummary.Read(json) is not { } summary ? null : new(
        summary,
        V6Blocks.Read(json.Get("blocks", "content")),
        json.Text("seoTitle", "metaTitle"),
        json.Text("seoDescription", "metaDescription"),
        json.Get("meta").IsObject ? json.Raw("meta") : null);
}

/// <summary>A category of posts. Source: v6 CmsCategory.</summary>
internal sealed record V6CmsCategory(string Id, string Name, string? Slug)
{
    /// <summary>Reads a category; without its id it is unusable.</summary>
    public static V6CmsCategory? Read(V6Json json) => json.Key("id") is { } id ? new(id, json.Text("name") ?? "", json.Key("slug")) : null;
}

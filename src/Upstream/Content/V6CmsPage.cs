using System.Collections.Immutable;
using Bff.Upstream.Json;

namespace Bff.Upstream.Content;

/// <summary>A page without its content. Source: v6 CmsPageSummary.</summary>
/// <remarks>
/// <c>Status</c>: Publication state as v6 writes it; open set.
/// <c>Visibility</c>: Audience as v6 writes it; open set.
/// </remarks>
internal sealed record V6CmsPageSummary(
    string Id,
    string Title,
    string Slug,
    string? Excerpt,
    string Status,
    string Visibility,
    string? FeaturedImage,
    string? ParentId,
    int SortOrder,
    string? SeoTitle,
    string? SeoDescription,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt,
    ImmutableArray<V6Tag> Tags)
{
    /// <summary>Reads a page; without id and slug it cannot be addressed and is unusable.</summary>
    public static V6CmsPageSummary? Read(V6Json json) => json.Key("id") is not { } id || json.Key("slug") is not { } slug ? null : new(
        id,
        json.Text("title") ?? "",
        slug,
        json.Text("excerpt"),
        json.Text("status") ?? "",
        json.Text("visibility") ?? "",
        json.Key("featuredImage"),
        json.Key("parentId"),
        json.Int("sortOrder") ?? 0,
        json.Text("seoTitle", "metaTitle"),
        json.Text("seoDescription", "metaDescription"),
        json.Moment("publishedAt"),
        json.Moment("createdAt"),
        json.Moment("updatedAt"),
        json.Many("tags", V6Tag.Read));
}

/// <summary>A page with its content. Source: v6 CmsPage.</summary>
internal sealed record V6CmsPage(V6CmsPageSummary Summary, ImmutableArray<V6Block> Blocks)
{
    /// <summary>Reads a page; unusable where its summary is, never because of its content.</summary>
    public static V6CmsPage? Read(V6Json json) =>
        V6CmsPageSummary.Read(json) is { } summary ? new(summary, V6Blocks.Read(json.Get("blocks"))) : null;
}

/// <summary>A label. Source: v6 Tag.</summary>
internal sealed record V6Tag(string Id, string Name, string? Color)
{
    /// <summary>Reads a label; without its id it is unusable.</summary>
    public static V6Tag? Read(V6Json json) => json.Key("id") is { } id ? new(id, json.Text("name") ?? "", json.Key("color")) : null;
}

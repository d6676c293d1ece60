using System.Collections.Immutable;

namespace Bff.Contracts.Content;

/// <summary>A page of the site. Source: v6 CmsPageSummary, CmsPage.</summary>
/// <param name="Id">Page id.</param>
/// <param name="Title">Title.</param>
/// <param name="Slug">Part of its URL.</param>
/// <param name="Excerpt">Short text.</param>
/// <param name="Status">Publication state as v6 writes it; open set.</param>
/// <param name="Visibility">Audience as v6 writes it; open set.</param>
/// <param name="FeaturedImage">Lead picture, a URL.</param>
/// <param name="ParentId">Page this one hangs under.</param>
/// <param name="SortOrder">Ascending display position.</param>
/// <param name="SeoTitle">Title for search engines.</param>
/// <param name="SeoDescription">Description for search engines.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="Tags">Labels.</param>
/// <param name="Blocks">Content; null in lists, which v6 sends without it.</param>
[GenerateSerializer, Immutable, Alias("bff.cms-page")]
public sealed record CmsPage(
    [property: Id(0)] string Id,
    [property: Id(1)] string Title,
    [property: Id(2)] string Slug,
    [property: Id(3)] string? Excerpt,
    [property: Id(4)] string Status,
    [property: Id(5)] string Visibility,
    [property: Id(6)] string? FeaturedImage,
    [property: Id(7)] string? ParentId,
    [property: Id(8)] int SortOrder,
    [property: Id(9)] string? SeoTitle,
    [property: Id(10)] string? SeoDescription,
    [property: Id(11)] DateTimeOffset? PublishedAt,
    [property: Id(12)] DateTimeOffset? CreatedAt,
    [property: Id(13)] DateTimeOffset? UpdatedAt,
    [property: Id(14)] ImmutableArray<ContentTag> Tags,
    [property: Id(15)] ImmutableArray<ContentBlock>? Blocks);

/// <summary>Label on a page or post. Source: v6 Tag.</summary>
/// <param name="Id">Tag id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Color">CSS colour, as the merchant wrote it.</param>
[GenerateSerializer, Immutable, Alias("bff.content-tag")]
public sealed record ContentTag([property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] string? Color);

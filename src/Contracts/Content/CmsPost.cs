using System.Collections.Immutable;

namespace Bff.Contracts.Content;

/// <summary>A post. Source: v6 CmsPostSummary, CmsPost.</summary>
/// <param name="Id">Post id.</param>
/// <param name="Type">Kind of post: <c>blog_post</c>, <c>page</c> or one the tenant defined.</param>
/// <param name="Slug">Part of its URL.</param>
/// <param name="Title">Title.</param>
/// <param name="Excerpt">Short text.</param>
/// <param name="Status">Publication state as v6 writes it; open set.</param>
/// <param name="Visibility">Audience as v6 writes it; open set.</param>
/// <param name="FeaturedImage">Lead picture, a URL.</param>
/// <param name="AuthorId">Author; v6 gives no name with it.</param>
/// <param name="ParentId">Post this one hangs under.</param>
/// <param name="SortOrder">Ascending display position.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="Categories">Categories.</param>
/// <param name="Tags">Labels.</param>
/// <param name="Content">What v6 sends with a single post only; null in lists.</param>
[GenerateSerializer, Immutable, Alias("bff.cms-post")]
public sealed record CmsPost(
    [property: Id(0)] string Id,
    [property: Id(1)] string Type,
    [property: Id(2)] string Slug,
    [property: Id(3)] string Title,
    [property: Id(4)] string? Excerpt,
    [property: Id(5)] string Status,
    [property: Id(6)] string Visibility,
    [property: Id(7)] string? FeaturedImage,
    [property: Id(8)] string? AuthorId,
    [property: Id(9)] string? ParentId,
    [property: Id(10)] int SortOrder,
    [property: Id(11)] DateTimeOffset? PublishedAt,
    [property: Id(12)] DateTimeOffset? CreatedAt,
    [property: Id(13)] DateTimeOffset? UpdatedAt,
    [property: Id(14)] ImmutableArray<PostCategory> Categories,
    [property: Id(15)] ImmutableArray<ContentTag> Tags,
    [property: Id(16)] PostContent? Content);

/// <summary>The part of a post that lists leave out. Source: v6 CmsPost.</summary>
/// <param name="Blocks">Content in order.</param>
/// <param name="SeoTitle">Title for search engines.</param>
/// <param name="SeoDescription">Description for search engines.</param>
/// <param name="Meta">The tenant's own fields, a JSON object as text; null without such fields. Nothing in it is sanitised.</param>
[GenerateSerializer, Immutable, Alias("bff.post-content")]
public sealed record PostContent(
    [property: Id(0)] ImmutableArray<ContentBlock> Blocks,
    [property: Id(1)] string? SeoTitle,
    [property: Id(2)] string? SeoDescription,
    [property: Id(3)] string? Meta);

/// <summary>Category of posts. Source: v6 CmsCategory.</summary>
/// <param name="Id">Category id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Slug">Part of its URL, when v6 gave it.</param>
[GenerateSerializer, Immutable, Alias("bff.post-category")]
public sealed record PostCategory([property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] string? Slug);

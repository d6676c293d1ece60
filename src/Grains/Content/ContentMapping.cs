using System.Collections.Immutable;
using Bff.Contracts.Content;
using Bff.Upstream.Content;

namespace Bff.Grains.Content;

/// <summary>Where the oddities of v6's pages, posts and menus stop.</summary>
internal static class ContentMapping
{
    // The schema lets clients ask for no more levels than this; a menu that goes deeper is none that anybody can use.
    private const int MaxMenuDepth = 5;

    public static CmsPage ToPage(this V6CmsPageSummary page) => page.ToPage(blocks: null);

    public static CmsPage ToPage(this V6CmsPage page) => page.Summary.ToPage(page.Blocks.ToBlocks());

    public static CmsPost ToPost(this V6CmsPostSummary post) => post.ToPost(content: null);

    public static CmsPost ToPost(this V6CmsPost post) =>
        post.Summary.ToPost(new PostContent(post.Blocks.ToBlocks(), post.SeoTitle, post.SeoDescription, post.Meta?.GetRawText()));

    public static PostCategory ToCategory(this V6CmsCategory category) => new(category.Id, category.Name, category.Slug);

    /// <param name="menu">As v6 sent it.</param>
    /// <param name="location">The place that was asked for; v6 may leave it out.</param>
    public static Menu ToMenu(this V6Menu menu, string location) =>
        new(menu.Id, menu.Location ?? location, menu.Name, ToItems(menu.Items, depth: 1));

    private static CmsPage ToPage(this V6CmsPageSummary page, ImmutableArray<ContentBlock>? blocks) => new(
        page.Id,
        page.Title,
        page.Slug,
        page.Excerpt,
        page.Status,
        page.Visibility,
        SafeUrls.Source(page.FeaturedImage),
        page.ParentId,
        page.SortOrder,
        page.SeoTitle,
        page.SeoDescription,
        page.PublishedAt,
        page.CreatedAt,
        page.UpdatedAt,
        [.. page.Tags.Select(ToTag)],
        blocks);

    private static CmsPost ToPost(this V6CmsPostSummary post, PostContent? content) => new(
        post.Id,
        post.Type,
        post.Slug,
        post.Title,
        post.Excerpt,
        post.Status,
        post.Visibility,
        SafeUrls.Source(post.FeaturedImage),
        post.AuthorId,
        post.ParentId,
        post.SortOrder,
        post.PublishedAt,
        post.CreatedAt,
        post.UpdatedAt,
        [.. post.Categories.Select(ToCategory)],
        [.. post.Tags.Select(ToTag)],
        content);

    private static ContentTag ToTag(V6Tag tag) => new(tag.Id, tag.Name, tag.Color);

    private static ImmutableArray<MenuItem> ToItems(ImmutableArray<V6MenuItem> items, int depth) => depth > MaxMenuDepth ? [] :
    [
        .. items.Select(item => new MenuItem(
            item.Id,
            item.Label,
            SafeUrls.Link(item.Url),
            item.Target is "_self" or "_blank" ? item.Target : null,
            ToItems(item.Children, depth + 1))),
    ];
}

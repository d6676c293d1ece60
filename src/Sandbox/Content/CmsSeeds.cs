using System.Text.Json.Nodes;

namespace Bff.Sandbox.Content;

/// <summary>The content part of a tenant's sample data, as its JSON file has it.</summary>
internal sealed record CmsSeeds(
    IReadOnlyList<CategorySeed> Categories,
    IReadOnlyList<TagSeed> Tags,
    IReadOnlyList<PageSeed> Pages,
    IReadOnlyList<PostSeed> Posts,
    IReadOnlyList<MenuSeed> Menus);

internal sealed record CategorySeed(string Slug, string Name);

internal sealed record TagSeed(string Id, string Name, string? Color);

/// <summary>One content block. Its id and version follow from its place; columns hold blocks of their own in <c>data</c>.</summary>
internal sealed record BlockSeed(string Type, JsonObject Data);

/// <summary>What pages and posts have in common.</summary>
internal abstract record ContentSeed
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public string? Excerpt { get; init; }

    /// <summary>Only published content is served.</summary>
    public string Status { get; init; } = "published";

    /// <summary>Only public content is served: the reads know no customer.</summary>
    public string Visibility { get; init; } = "public";

    /// <summary>File name of the lead picture without its ending.</summary>
    public string? Image { get; init; }

    public string? SeoTitle { get; init; }

    public string? SeoDescription { get; init; }

    public required int PublishedDaysAgo { get; init; }

    public int? UpdatedDaysAgo { get; init; }

    /// <summary>Tag ids.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public bool IsServed => Status == "published" && Visibility == "public";
}

internal sealed record PageSeed : ContentSeed
{
    /// <summary>Slug of the page it hangs under.</summary>
    public string? Parent { get; init; }

    /// <summary>Left out on a page without content, whose <c>blocks</c> are null then.</summary>
    public IReadOnlyList<BlockSeed>? Blocks { get; init; }
}

internal sealed record PostSeed : ContentSeed
{
    public string Type { get; init; } = "blog_post";

    public string? Author { get; init; }

    /// <summary>Category slugs.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Values of the tenant's own fields.</summary>
    public JsonObject? Meta { get; init; }

    public required IReadOnlyList<BlockSeed> Blocks { get; init; }
}

internal sealed record MenuSeed(string Location, string Name, IReadOnlyList<MenuItemSeed> Items);

internal sealed record MenuItemSeed(string Label, string Url)
{
    public string? Target { get; init; }

    public IReadOnlyList<MenuItemSeed> Children { get; init; } = [];
}

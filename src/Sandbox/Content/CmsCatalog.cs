using System.Globalization;
using Bff.Sandbox.Tenants;
using NodaTime;

namespace Bff.Sandbox.Content;

/// <summary>A page or post with its id, its moments and its blocks as text.</summary>
internal sealed record ContentEntry<TSeed>(string Id, int Order, TSeed Seed, Instant PublishedAt, Instant UpdatedAt, string? Blocks)
    where TSeed : ContentSeed;

/// <summary>The published content of one set of sample data.</summary>
internal sealed class CmsCatalog
{
    private readonly Dictionary<string, ContentEntry<PageSeed>> _pages;
    private readonly Dictionary<string, ContentEntry<PostSeed>> _posts;

    private CmsCatalog(string name, CmsSeeds seeds, Instant now)
    {
        Name = name;
        Categories = seeds.Categories;
        Tags = seeds.Tags.ToDictionary(t => t.Id, StringComparer.Ordinal);
        Pages = [.. seeds.Pages.Select((seed, i) => Entry("page", i + 1, seed, seed.Blocks, now)).Where(p => p.Seed.IsServed)];
        Posts =
        [
            .. seeds.Posts.Select((seed, i) => Entry("post", i + 1, seed, seed.Blocks, now))
                .Where(p => p.Seed.IsServed).OrderByDescending(p => p.PublishedAt),
        ];
        Menus = seeds.Menus.ToDictionary(m => m.Location, StringComparer.Ordinal);
        _pages = Pages.ToDictionary(p => p.Seed.Slug, StringComparer.Ordinal);
        _posts = Posts.ToDictionary(p => p.Seed.Slug, StringComparer.Ordinal);
    }

    public string Name { get; }

    public IReadOnlyList<CategorySeed> Categories { get; }

    public IReadOnlyDictionary<string, TagSeed> Tags { get; }

    /// <summary>In the order of the site.</summary>
    public IReadOnlyList<ContentEntry<PageSeed>> Pages { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ContentEntry<PostSeed>> Posts { get; }

    public IReadOnlyDictionary<string, MenuSeed> Menus { get; }

    /// <summary>Loads it with moments relative to <paramref name="now"/>, the first time it is asked for.</summary>
    public static CmsCatalog Load(Dataset data, Instant now) => new(data.Name, data.Read<CmsSeeds>("Content"), now);

    public ContentEntry<PageSeed>? Page(string slug) => _pages.GetValueOrDefault(slug);

    public ContentEntry<PostSeed>? Post(string slug) => _posts.GetValueOrDefault(slug);

    private static ContentEntry<TSeed> Entry<TSeed>(string kind, int order, TSeed seed, IReadOnlyList<BlockSeed>? blocks, Instant now)
        where TSeed : ContentSeed
    {
        // Whole minutes: nobody publishes on the tick.
        var minute = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 60 * 60);
        var published = minute - Duration.FromDays(seed.PublishedDaysAgo);
        var updated = seed.UpdatedDaysAgo is { } days ? minute - Duration.FromDays(days) : published;
        var id = string.Create(CultureInfo.InvariantCulture, $"{kind}-{order:d3}");
        return new(id, order, seed, published, updated, blocks is null ? null : BlockText.Write(seed.Slug, blocks));
    }
}

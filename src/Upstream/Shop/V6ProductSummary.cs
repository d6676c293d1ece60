using System.Collections.Immutable;
using Bff.Upstream.Json;

namespace Bff.Upstream.Shop;

/// <summary>A product as lists show it. Source: v6 ProductSummary.</summary>
/// <remarks>
/// <c>Id</c>: Product id as text.
/// <c>Slug</c>: URL part; null when only the id addresses it (notes V29).
/// <c>Status</c>: Publication state as v6 writes it; open set.
/// </remarks>
internal sealed record V6ProductSummary(
    string Id,
    string Name,
    string? Description,
    string? Slug,
    V6Price Price,
    string? SeoTitle,
    string? Status,
    string? ProductType,
    V6Stock Stock,
    ImmutableArray<V6GroupRef> Categories,
    V6GroupRef? Brand,
    ImmutableArray<V6GroupRef> Collections,
    bool IsVariable,
    bool IsFeatured,
    string? Image,
    V6ReviewSummary? Reviews)
{
    /// <summary>What addresses the product in a path: its slug, else its id.</summary>
    public string PathKey => Slug ?? Id;

    /// <summary>Reads a product; without its id it is unusable.</summary>
    public static V6ProductSummary? Read(V6Json json) => json.Key("id") is not { } id ? null : new(
        id,
        json.Text("name") ?? "",
        json.Text("description"),
        json.Key("slug"),
        V6Price.Read(json),
        json.Text("seoTitle"),
        json.Key("status"),
        json.Key("productType"),
        V6Stock.Read(json),
        json.Many("categories", V6GroupRef.Read),
        json.One("brand", V6GroupRef.Read),
        json.Many("collections", V6GroupRef.Read),
        json.Flag("isVariable") ?? false,
        json.Flag("isFeatured") ?? false,
        json.Text("image"),
        json.One("reviewSummary", V6ReviewSummary.Read));
}

/// <summary>A category, brand or collection that a product is in. Source: v6 CategoryRef, ShopGroupRef.</summary>
internal sealed record V6GroupRef(string Id, string Name, string? Slug)
{
    /// <summary>Reads a reference; without its id it is unusable.</summary>
    public static V6GroupRef? Read(V6Json json) => json.Key("id") is { } id ? new(id, json.Text("name") ?? "", json.Key("slug")) : null;
}

/// <summary>Review totals. Source: v6 ReviewSummary.</summary>
internal sealed record V6ReviewSummary(decimal AverageRating, int ReviewCount)
{
    /// <summary>Reads totals.</summary>
    public static V6ReviewSummary Read(V6Json json) => new(json.Decimal("averageRating") ?? 0, json.Int("reviewCount") ?? 0);
}

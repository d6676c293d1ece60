using System.Collections.Immutable;
using Bff.Contracts.Answers;

namespace Bff.Contracts.Shop;

/// <summary>A product as lists show it. Source: v6 ProductSummary.</summary>
/// <param name="Id">Product id, as text.</param>
/// <param name="Name">Display name.</param>
/// <param name="Description">Text; may hold HTML as the merchant wrote it.</param>
/// <param name="Slug">URL part; null when only the id addresses it.</param>
/// <param name="Prices">What it costs.</param>
/// <param name="SeoTitle">Title for search engines.</param>
/// <param name="Status">Publication state as v6 writes it; open set.</param>
/// <param name="ProductType">Kind of product as v6 writes it; open set.</param>
/// <param name="Stock">How much there is.</param>
/// <param name="Categories">Categories it is in.</param>
/// <param name="Brand">Its brand.</param>
/// <param name="Collections">Collections it is in.</param>
/// <param name="IsVariable">A variant has to be chosen before ordering.</param>
/// <param name="IsFeatured">The merchant puts it forward.</param>
/// <param name="Image">Main picture, a URL.</param>
/// <param name="Reviews">Review totals.</param>
[GenerateSerializer, Immutable, Alias("bff.product")]
public sealed record Product(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Description,
    [property: Id(3)] string? Slug,
    [property: Id(4)] ProductPrices Prices,
    [property: Id(5)] string? SeoTitle,
    [property: Id(6)] string? Status,
    [property: Id(7)] string? ProductType,
    [property: Id(8)] ProductStock Stock,
    [property: Id(9)] ImmutableArray<ProductGroup> Categories,
    [property: Id(10)] ProductGroup? Brand,
    [property: Id(11)] ImmutableArray<ProductGroup> Collections,
    [property: Id(12)] bool IsVariable,
    [property: Id(13)] bool IsFeatured,
    [property: Id(14)] string? Image,
    [property: Id(15)] ReviewSummary? Reviews)
{
    /// <summary>What addresses it in v6's paths: its slug, else its id (notes V29).</summary>
    public string PathKey => Slug ?? Id;
}

/// <summary>Prices of a product or variant. One rule decides which is in force (notes V28), applied on the silo side.</summary>
/// <param name="List">List price.</param>
/// <param name="Discount">Price during a sale.</param>
/// <param name="Member">Price for members.</param>
/// <param name="Effective">What somebody without membership pays; null when v6 gave no price at all.</param>
[GenerateSerializer, Immutable, Alias("bff.product-prices")]
public sealed record ProductPrices(
    [property: Id(0)] Money? List,
    [property: Id(1)] Money? Discount,
    [property: Id(2)] Money? Member,
    [property: Id(3)] Money? Effective);

/// <summary>Stock of a product or variant.</summary>
/// <param name="Status">State as v6 writes it; open set, with or without underscores.</param>
/// <param name="Quantity">Units left; null means unknown, not zero (notes V27).</param>
/// <param name="IsTracked">The quantity is limited; null when v6 did not say.</param>
[GenerateSerializer, Immutable, Alias("bff.product-stock")]
public sealed record ProductStock([property: Id(0)] string Status, [property: Id(1)] int? Quantity, [property: Id(2)] bool? IsTracked);

/// <summary>A category, brand or collection that a product is in.</summary>
/// <param name="Id">Its id, as text.</param>
/// <param name="Name">Display name.</param>
/// <param name="Slug">URL part.</param>
[GenerateSerializer, Immutable, Alias("bff.product-group")]
public sealed record ProductGroup([property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] string? Slug);

/// <summary>Review totals of a product.</summary>
/// <param name="AverageRating">Mean rating.</param>
/// <param name="ReviewCount">Number of reviews.</param>
[GenerateSerializer, Immutable, Alias("bff.review-summary")]
public sealed record ReviewSummary([property: Id(0)] decimal AverageRating, [property: Id(1)] int ReviewCount);

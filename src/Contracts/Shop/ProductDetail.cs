using System.Collections.Immutable;

namespace Bff.Contracts.Shop;

/// <summary>A product with what only its own page shows. Source: v6 Product.</summary>
/// <param name="Product">What lists show of it.</param>
/// <param name="Sku">Stock keeping unit.</param>
/// <param name="SeoDescription">Description for search engines.</param>
/// <param name="Images">Pictures.</param>
/// <param name="Options">What can be chosen, in display order.</param>
/// <param name="Variants">What can be ordered when <see cref="Product.IsVariable"/>.</param>
[GenerateSerializer, Immutable, Alias("bff.product-detail")]
public sealed record ProductDetail(
    [property: Id(0)] Product Product,
    [property: Id(1)] string? Sku,
    [property: Id(2)] string? SeoDescription,
    [property: Id(3)] ImmutableArray<ProductImage> Images,
    [property: Id(4)] ImmutableArray<ProductOption> Options,
    [property: Id(5)] ImmutableArray<ProductVariant> Variants);

/// <summary>Picture of a product. Source: v6 ProductImage.</summary>
/// <param name="Url">Full size.</param>
/// <param name="Alt">Alternative text.</param>
/// <param name="Blurhash">Placeholder hash.</param>
/// <param name="ThumbUrl">Thumbnail.</param>
/// <param name="MediumUrl">Medium size.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="IsPrimary">The main picture.</param>
[GenerateSerializer, Immutable, Alias("bff.product-image")]
public sealed record ProductImage(
    [property: Id(0)] string Url,
    [property: Id(1)] string? Alt,
    [property: Id(2)] string? Blurhash,
    [property: Id(3)] string? ThumbUrl,
    [property: Id(4)] string? MediumUrl,
    [property: Id(5)] int? Width,
    [property: Id(6)] int? Height,
    [property: Id(7)] bool IsPrimary);

/// <summary>Something to choose, such as size. Source: v6 ProductOption.</summary>
/// <param name="Id">Option id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Required">It has to be chosen.</param>
/// <param name="Values">What can be chosen, in display order.</param>
[GenerateSerializer, Immutable, Alias("bff.product-option")]
public sealed record ProductOption(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] bool Required,
    [property: Id(3)] ImmutableArray<string> Values);

/// <summary>One orderable variant. Source: v6 ProductVariation.</summary>
/// <param name="Id">Variant id: the <c>variantId</c> of an order line.</param>
/// <param name="Name">Display name.</param>
/// <param name="Sku">Stock keeping unit.</param>
/// <param name="Prices">What it costs.</param>
/// <param name="Stock">How much there is.</param>
/// <param name="SelectedOptions">Its value for each option.</param>
[GenerateSerializer, Immutable, Alias("bff.product-variant")]
public sealed record ProductVariant(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Sku,
    [property: Id(3)] ProductPrices Prices,
    [property: Id(4)] ProductStock Stock,
    [property: Id(5)] ImmutableArray<SelectedOption> SelectedOptions);

/// <summary>The value that a variant has for an option. Source: v6 SelectedOption.</summary>
/// <param name="Option">Option, for example Size.</param>
/// <param name="Value">Value, for example L.</param>
[GenerateSerializer, Immutable, Alias("bff.selected-option")]
public sealed record SelectedOption([property: Id(0)] string Option, [property: Id(1)] string Value);

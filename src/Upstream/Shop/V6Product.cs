using System.Collections.Immutable;
using Bff.Upstream.Json;

namespace Bff.Upstream.Shop;

/// <summary>A product with pictures, options and variants. Source: v6 Product.</summary>
/// <remarks>
/// <c>Summary</c>: What lists show of it.
/// <c>ShippingWeight</c>: Weight; its unit is not documented.
/// </remarks>
internal sealed record V6Product(
    V6ProductSummary Summary,
    string? ShortName,
    string? Sku,
    string? SeoDescription,
    decimal? ShippingWeight,
    bool IsVariation,
    string? ParentProductId,
    ImmutableArray<V6ProductImage> Images,
    ImmutableArray<V6ProductOption> Options,
    ImmutableArray<V6SelectedOption> SelectedOptions,
    ImmutableArray<V6ProductVariation> Variations,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt)
{
    /// <summary>Reads a product; unusable where its summary is.</summary>
    public static V6Product? Read(V6Json json) => V6ProductSummary.Read(json) is not { } summary ? null : new(
        summary,
        json.Text("shortName"),
        json.Key("sku"),
        json.Text("seoDescription"),
        json.Decimal("shippingWeight"),
        json.Flag("isVariation") ?? false,
        json.Key("parentProductId"),
        json.Many("images", V6ProductImage.Read),
        json.Many("options", V6ProductOption.Read),
        json.Many("selectedOptions", V6SelectedOption.Read),
        json.Many("variations", V6ProductVariation.Read),
        json.Moment("createdAt"),
        json.Moment("updatedAt"));
}

/// <summary>A picture. Source: v6 ProductImage.</summary>
internal sealed record V6ProductImage(
    string? Id, string Src, string? Alt, string? Blurhash, string? ThumbUrl, string? MediumUrl, int? Width, int? Height, bool IsPrimary)
{
    /// <summary>Reads a picture; without its address it is unusable.</summary>
    public static V6ProductImage? Read(V6Json json) => json.Key("src") is not { } src ? null : new(
        json.Key("id"),
        src,
        json.Text("alt"),
        json.Key("blurhash"),
        json.Key("thumbUrl"),
        json.Key("mediumUrl"),
        json.Int("width"),
        json.Int("height"),
        json.Flag("isPrimary") ?? false);
}

/// <summary>Something to choose, such as size. Source: v6 ProductOption.</summary>
internal sealed record V6ProductOption(string Id, string Name, int Position, bool Required, ImmutableArray<V6ProductOptionValue> Values)
{
    /// <summary>Reads an option; without its id it is unusable.</summary>
    public static V6ProductOption? Read(V6Json json) => json.Key("id") is not { } id ? null : new(
        id,
        json.Text("name") ?? "",
        json.Int("position") ?? 0,
        json.Flag("required") ?? true,
        json.Many("values", V6ProductOptionValue.Read));
}

/// <summary>One choice of an option. Source: v6 ProductOptionValue.</summary>
internal sealed record V6ProductOptionValue(string Id, string Value, int Position)
{
    /// <summary>Reads a choice; without its id it is unusable.</summary>
    public static V6ProductOptionValue? Read(V6Json json) =>
        json.Key("id") is { } id ? new(id, json.Text("value") ?? "", json.Int("position") ?? 0) : null;
}

/// <summary>The value that a variant has for an option. Source: v6 SelectedOption.</summary>
internal sealed record V6SelectedOption(string OptionName, string Value)
{
    /// <summary>Reads a value; without its option it is unusable.</summary>
    public static V6SelectedOption? Read(V6Json json) => json.Key("optionName") is { } name ? new(name, json.Text("value") ?? "") : null;
}

/// <summary>One orderable variant. Source: v6 ProductVariation.</summary>
/// <remarks>
/// <c>Id</c>: The <c>variantId</c> of an order line, as text.
/// </remarks>
internal sealed record V6ProductVariation(
    string Id,
    string Name,
    string? Sku,
    V6Price Price,
    decimal? ShippingWeight,
    ImmutableArray<V6SelectedOption> SelectedOptions,
    V6Stock Stock)
{
    /// <summary>Reads a variant; without its id it cannot be ordered and is unusable.</summary>
    public static V6ProductVariation? Read(V6Json json) => json.Key("id") is not { } id ? null : new(
        id,
        json.Text("name") ?? "",
        json.Key("sku"),
        V6Price.Read(json),
        json.Decimal("shippingWeight"),
        json.Many("selectedOptions", V6SelectedOption.Read),
        V6Stock.Read(json));
}

using Bff.Upstream.Json;

namespace Bff.Upstream.Shop;

/// <summary>The prices of a product or variant, in major currency units (notes V35).</summary>
/// <param name="List">List price; null when the product has none of its own.</param>
/// <param name="Regular">Price before a sale.</param>
/// <param name="Sale">Price during a sale.</param>
/// <param name="Discount">Sale price under its other name.</param>
/// <param name="Member">Price for members.</param>
/// <param name="OnSale">A sale price is in force.</param>
internal sealed record V6Price(decimal? List, decimal? Regular, decimal? Sale, decimal? Discount, decimal? Member, bool OnSale)
{
    /// <summary>
    /// What somebody pays: the member price for members only, then a sale price, then the discount, then the list price. The one place
    /// that knows (notes V28).
    /// </summary>
    public decimal? Effective(bool forMember) => (forMember ? Member : null) ?? Sale ?? Discount ?? List ?? Regular;

    /// <summary>Reads prices.</summary>
    public static V6Price Read(V6Json json) => new(
        json.Decimal("price"),
        json.Decimal("regularPrice"),
        json.Decimal("salePrice"),
        json.Decimal("discountPrice"),
        json.Decimal("memberPrice"),
        json.Flag("onSale") ?? (json.Has("salePrice") || json.Has("discountPrice")));
}

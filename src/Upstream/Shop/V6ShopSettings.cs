using Bff.Upstream.Json;

namespace Bff.Upstream.Shop;

/// <summary>A product category. Source: v6 ShopCategory.</summary>
/// <remarks>
/// <c>ParentId</c>: Category above, as text; null at the top.
/// </remarks>
internal sealed record V6ShopCategory(
    string Id, string Name, string? Slug, string? Description, string? ImageUrl, string? ParentId, bool IsFeatured, int ProductCount)
{
    /// <summary>Reads a category; without its id it is unusable.</summary>
    public static V6ShopCategory? Read(V6Json json) => json.Key("id") is not { } id ? null : new(
        id,
        json.Text("name") ?? "",
        json.Key("slug"),
        json.Text("description"),
        json.Text("imageUrl"),
        json.Key("parentId"),
        json.Flag("isFeatured") ?? false,
        json.Int("productCount") ?? 0);
}

/// <summary>A brand or a collection. Source: v6 ShopBrand, ShopCollection.</summary>
internal sealed record V6ShopGroup(
    string Id, string Name, string? Slug, string? Description, string? ImageUrl, bool OnlineEnabled, int SortOrder, int ProductCount)
{
    /// <summary>Reads a group; without its id it is unusable.</summary>
    public static V6ShopGroup? Read(V6Json json) => json.Key("id") is not { } id ? null : new(
        id,
        json.Text("name") ?? "",
        json.Key("slug"),
        json.Text("description"),
        json.Text("imageUrl"),
        json.Flag("onlineEnabled") ?? true,
        json.Int("sortOrder") ?? 0,
        json.Int("productCount") ?? 0);
}

/// <summary>A delivery option. Source: v6 ShippingMethod.</summary>
/// <remarks>
/// <c>Id</c>: Method id as text, as orders take it (notes V31).
/// <c>Cost</c>: Fee.
/// <c>FreeShippingThreshold</c>: Cart total from which the fee falls away; with cost 0 the method is locked below it.
/// </remarks>
internal sealed record V6ShippingMethod(
    string Id, string Name, string? Description, decimal Cost, decimal? FreeShippingThreshold, string? EstimatedDays)
{
    /// <summary>Reads an option (notes V34); without id or fee it is unusable: a missing fee must not read as free.</summary>
    public static V6ShippingMethod? Read(V6Json json) =>
        json.Key("id") is not { } id || json.Decimal("cost", "price") is not { } cost ? null : new(
            id,
            json.Text("name") ?? "",
            json.Text("description"),
            cost,
            json.Decimal("freeShippingThreshold"),
            json.Text("estimatedDays"));
}

/// <summary>A way to pay. Source: v6 PaymentMethod.</summary>
internal sealed record V6PaymentMethod(string Id, string Name, string Type, string? Instructions, bool HasGateway, int Position)
{
    /// <summary>Reads a way to pay; without its id it is unusable.</summary>
    public static V6PaymentMethod? Read(V6Json json) => json.Key("id") is not { } id ? null : new(
        id,
        json.Text("name") ?? "",
        json.Text("type") ?? "",
        json.Text("instructions"),
        json.Flag("hasGateway") ?? false,
        json.Int("position") ?? 0);
}

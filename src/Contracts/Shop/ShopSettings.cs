using Bff.Contracts.Answers;

namespace Bff.Contracts.Shop;

/// <summary>A product category. Source: v6 ShopCategory.</summary>
/// <param name="Id">Category id, as text.</param>
/// <param name="Name">Display name.</param>
/// <param name="Slug">URL part.</param>
/// <param name="Description">Text.</param>
/// <param name="Image">Picture, a URL.</param>
/// <param name="ParentId">Category above; null at the top.</param>
/// <param name="IsFeatured">The merchant puts it forward.</param>
/// <param name="ProductCount">Products in it.</param>
[GenerateSerializer, Immutable, Alias("bff.product-category")]
public sealed record ProductCategory(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Slug,
    [property: Id(3)] string? Description,
    [property: Id(4)] string? Image,
    [property: Id(5)] string? ParentId,
    [property: Id(6)] bool IsFeatured,
    [property: Id(7)] int ProductCount);

/// <summary>A brand or a collection. Source: v6 ShopBrand, ShopCollection.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Slug">URL part.</param>
/// <param name="Description">Text.</param>
/// <param name="Image">Picture, a URL.</param>
/// <param name="SortOrder">Ascending display position.</param>
/// <param name="ProductCount">Products in it.</param>
[GenerateSerializer, Immutable, Alias("bff.shop-group")]
public sealed record ShopGroup(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Slug,
    [property: Id(3)] string? Description,
    [property: Id(4)] string? Image,
    [property: Id(5)] int SortOrder,
    [property: Id(6)] int ProductCount);

/// <summary>A delivery option. Source: v6 ShippingMethod.</summary>
/// <param name="Id">Method id, as orders take it.</param>
/// <param name="Name">Display name.</param>
/// <param name="Description">Text.</param>
/// <param name="Cost">Fee.</param>
/// <param name="FreeShippingThreshold">Cart total from which the fee falls away; with a fee of 0 the method is locked below it.</param>
/// <param name="EstimatedDays">Delivery time as free text.</param>
[GenerateSerializer, Immutable, Alias("bff.shipping-method")]
public sealed record ShippingMethod(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Description,
    [property: Id(3)] Money Cost,
    [property: Id(4)] Money? FreeShippingThreshold,
    [property: Id(5)] string? EstimatedDays);

/// <summary>A way to pay at checkout. Source: v6 PaymentMethod.</summary>
/// <param name="Id">Method id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Type">Kind of method; open set.</param>
/// <param name="Instructions">What the payer has to do, for manual methods.</param>
/// <param name="HasGateway">Paid online; false means by hand, following the instructions.</param>
/// <param name="Position">Ascending display position.</param>
[GenerateSerializer, Immutable, Alias("bff.payment-method")]
public sealed record PaymentMethod(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Type,
    [property: Id(3)] string? Instructions,
    [property: Id(4)] bool HasGateway,
    [property: Id(5)] int Position);

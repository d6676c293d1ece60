namespace Bff.Sandbox.Shop;

/// <summary>The shop part of a tenant's sample data, as its JSON file has it. Numbers of records follow from their places.</summary>
internal sealed record ShopSeeds(
    IReadOnlyList<GroupSeed> Categories,
    IReadOnlyList<GroupSeed> Brands,
    IReadOnlyList<GroupSeed> Collections,
    IReadOnlyList<ShippingMethodSeed> ShippingMethods,
    IReadOnlyList<PaymentMethodSeed> PaymentMethods,
    IReadOnlyList<ProductSeed> Products,
    IReadOnlyList<OrderSeed> Orders)
{
    /// <summary>Products to make up beside the written ones; null for none.</summary>
    public GeneratedSeed? Generated { get; init; }
}

/// <summary>A category, brand or collection.</summary>
internal sealed record GroupSeed(string Slug, string Name)
{
    public string? Description { get; init; }

    /// <summary>Slug of the category above.</summary>
    public string? Parent { get; init; }

    public bool Featured { get; init; }

    public bool Image { get; init; } = true;

    public bool Online { get; init; } = true;
}

internal sealed record ShippingMethodSeed(string Name, decimal Cost)
{
    public string? Description { get; init; }

    /// <summary>Basket from which the fee falls away; with a fee of 0 the basket from which it can be chosen.</summary>
    public decimal? FreeFrom { get; init; }

    public string? Days { get; init; }

    public bool IsLocked(decimal basket) => Cost == 0 && FreeFrom > basket;

    public decimal CostFor(decimal basket) => FreeFrom <= basket ? 0 : Cost;
}

internal sealed record PaymentMethodSeed(string Id, string Name, string Type)
{
    public string? Instructions { get; init; }

    /// <summary>Paid online; otherwise by hand.</summary>
    public bool HasGateway { get; init; }

    /// <summary>Sends event customers to a page of its own instead of a form in the storefront.</summary>
    public bool Hosted { get; init; }

    /// <summary>The bank says no.</summary>
    public bool Declines { get; init; }
}

/// <summary>A past order of a member.</summary>
internal sealed record OrderSeed(int Member, int DaysAgo, string Status, IReadOnlyList<OrderLineSeed> Lines)
{
    /// <summary>Number of the delivery option.</summary>
    public int Shipping { get; init; } = 1;
}

/// <summary>A line of it: number of the product and, with variants, number of the variant within it.</summary>
internal sealed record OrderLineSeed(int Product, int Quantity)
{
    public int? Variant { get; init; }
}

using NodaTime;

namespace Bff.Sandbox.Shop;

/// <summary>What one unit costs: list price, price on sale, price for members.</summary>
internal readonly record struct Prices(decimal List, decimal? Discount, decimal? Member)
{
    /// <summary>Members pay their own price where there is one; everybody else the sale price, else the list price.</summary>
    public decimal For(bool isMember) => (isMember ? Member : null) ?? Discount ?? List;
}

/// <summary>A variant of a product. Its id is never the id of a product.</summary>
internal sealed record Variant(int Id, VariantSeed Seed, Prices Prices)
{
    public string Name => string.Join(" / ", Seed.Values);
}

/// <summary>A product with its id and variants.</summary>
internal sealed class Product
{
    private const int FirstVariantId = 1_000_000;
    private const int VariantsPerProduct = 100;

    public Product(ProductSeed seed, int id, Instant createdAt)
    {
        (Seed, Id, CreatedAt) = (seed, id, createdAt);
        Variants = [.. seed.Variants.Select((variant, i) => new Variant(
            FirstVariantId + (id * VariantsPerProduct) + i + 1,
            variant,
            new Prices(variant.Price ?? seed.Price, variant.Discount ?? seed.Discount, variant.Member ?? seed.Member)))];
        Prices = Variants.Count == 0 ? new Prices(seed.Price, seed.Discount, seed.Member) : Variants.MinBy(v => v.Prices.List)!.Prices;
    }

    public int Id { get; }

    public ProductSeed Seed { get; }

    public Instant CreatedAt { get; }

    public IReadOnlyList<Variant> Variants { get; }

    /// <summary>Its own prices, or those of its cheapest variant.</summary>
    public Prices Prices { get; }

    public bool IsVariable => Variants.Count > 0;

    /// <summary>The product that a variant id belongs to.</summary>
    public static int ProductIdOf(int variantId) => (variantId - FirstVariantId) / VariantsPerProduct;
}

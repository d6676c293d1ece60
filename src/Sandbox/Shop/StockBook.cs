using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Shop;

/// <summary>What one tenant has sold. Kept as the difference to the sample data, so that a tenant without orders costs nothing.</summary>
internal sealed class StockBook
{
    private const int LowAt = 5;
    private readonly Dictionary<int, int> _sold = [];

    public static StockBook Create(Tenant tenant) => new();

    /// <summary>Units left of a product; of all its variants together when it has any.</summary>
    public int Left(Product product) => product.IsVariable
        ? product.Variants.Sum(Left)
        : Left(product.Id, product.Seed.Stock);

    public int Left(Variant variant) => Left(variant.Id, variant.Seed.Stock);

    public void Sell(OrderLine line)
    {
        if (line.Product.Seed.Tracked)
        {
            _sold[line.SellableId] = _sold.GetValueOrDefault(line.SellableId) + line.Quantity;
        }
    }

    public static string StatusOf(int left, bool isTracked) =>
        !isTracked ? "in_stock" : left == 0 ? "out_of_stock" : left <= LowAt ? "low_stock" : "in_stock";

    // A race can sell more than there is: the shelf is empty then, not negative.
    private int Left(int id, int atStart) => Math.Max(0, atStart - _sold.GetValueOrDefault(id));
}

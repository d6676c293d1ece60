using Bff.Contracts.Shop;
using GraphQL.Types;

namespace Bff.Gateway.Shop;

/// <summary>Stock states that v6 documents. The set is open: what is new reads as <see cref="Unknown"/>.</summary>
internal enum StockStatus
{
    Unknown,
    InStock,
    LowStock,
    OutOfStock,
}

internal sealed class StockStatusType : EnumerationGraphType<StockStatus>
{
    public StockStatusType()
    {
        Name = "StockStatus";
        Description = "Whether there is any of it. UNKNOWN is a state that v6 has added since.";
    }
}

/// <summary>The fields that products and variants share.</summary>
internal static class StockFields
{
    public static void AddStockFields<T>(this ObjectGraphType<T> type, Func<T, ProductStock> stock)
    {
        type.Field<NonNullGraphType<StockStatusType>>("stockStatus")
            .Description("Whether there is any of it; UNKNOWN for a state that this schema does not name, see stockStatusText.")
            .Resolve(c => Of(stock(c.Source).Status));
        type.Field<NonNullGraphType<StringGraphType>>("stockStatusText").Description("The same as v6 writes it.").Resolve(c => stock(c.Source).Status);
        type.Field<IntGraphType>("stockQuantity").Description("Units left; null means unknown, not zero.").Resolve(c => stock(c.Source).Quantity);
        type.Field<BooleanGraphType>("trackInventory").Description("The quantity is limited; null when v6 does not say.").Resolve(c => stock(c.Source).IsTracked);
    }

    // Seen with and without underscores (notes V27).
    private static StockStatus Of(string status) => status.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "instock" => StockStatus.InStock,
        "lowstock" => StockStatus.LowStock,
        "outofstock" => StockStatus.OutOfStock,
        _ => StockStatus.Unknown,
    };
}

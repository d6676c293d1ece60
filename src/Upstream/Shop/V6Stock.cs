using Bff.Upstream.Json;

namespace Bff.Upstream.Shop;

/// <summary>How much there is of something. Source: v6 stockStatus, stockQuantity, trackInventory.</summary>
/// <param name="State">Known state.</param>
/// <param name="RawState">State as v6 writes it; open set.</param>
/// <param name="Quantity">Units left; null means unknown, not zero (notes V27).</param>
/// <param name="IsTracked">The quantity is limited; null when v6 did not say.</param>
internal sealed record V6Stock(V6StockState State, string RawState, int? Quantity, bool? IsTracked)
{
    /// <summary>Reads the stock, with or without underscores in its state.</summary>
    public static V6Stock Read(V6Json json)
    {
        var raw = json.Text("stockStatus") ?? "";
        var state = raw.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "INSTOCK" => V6StockState.InStock,
            "LOWSTOCK" => V6StockState.LowStock,
            "OUTOFSTOCK" => V6StockState.OutOfStock,
            _ => V6StockState.Unknown,
        };
        return new(state, raw, json.Int("stockQuantity"), json.Flag("trackInventory"));
    }
}

/// <summary>Stock states that are known.</summary>
internal enum V6StockState
{
    Unknown,
    InStock,
    LowStock,
    OutOfStock,
}

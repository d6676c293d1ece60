using System.Text.Json;

namespace Bff.Tests.Fixture;

/// <summary>A product without variants of which a counted number is there.</summary>
internal sealed record StockedProduct(string Id, string Slug, int Stock)
{
    /// <summary>The first of the tenant's list of which there are at least so many.</summary>
    public static async Task<StockedProduct> FindAsync(StorefrontClient shop, int atLeast)
    {
        var data = await shop.QueryAsync("{ products(first: 100) { nodes { id slug isVariable stockQuantity trackInventory } } }");
        var product = data.GetProperty("products").GetProperty("nodes").EnumerateArray().First(node =>
            !node.GetProperty("isVariable").GetBoolean() && node.GetProperty("slug").ValueKind == JsonValueKind.String
            && node.GetProperty("trackInventory") is { ValueKind: JsonValueKind.True }
            && node.GetProperty("stockQuantity") is { ValueKind: JsonValueKind.Number } stock && stock.GetInt32() >= atLeast);
        return new StockedProduct(product.GetProperty("id").GetString()!, product.GetProperty("slug").GetString()!, product.GetProperty("stockQuantity").GetInt32());
    }
}

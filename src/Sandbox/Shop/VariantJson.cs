using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Shop;

/// <summary>Options and variants in the contract's form.</summary>
internal static class VariantJson
{
    private const int OptionsPerProduct = 10;
    private const int ValuesPerOption = 100;

    public static JsonObject Describe(Product product, Variant variant, StockBook stock)
    {
        var json = new JsonObject
        {
            ["id"] = variant.Id,
            ["name"] = variant.Name,
            ["sku"] = variant.Seed.Sku,
            ["price"] = variant.Prices.List,
            ["discountPrice"] = variant.Prices.Discount,
            ["memberPrice"] = variant.Prices.Member,
            ["seoTitle"] = $"{product.Seed.Name} {variant.Name}",
            ["shippingWeight"] = product.Seed.Weight,
            ["selectedOptions"] = Reply.Array(product.Seed.Options.Zip(variant.Seed.Values, Selected)),
            ["stockQuantity"] = stock.Left(variant),
            ["stockStatus"] = StockBook.StatusOf(stock.Left(variant), product.Seed.Tracked),
            ["trackInventory"] = product.Seed.Tracked,
            ["parentId"] = product.Id,
        };
        AddSale(json, variant.Prices);
        return json;
    }

    public static JsonObject Option(Product product, OptionSeed option, int index)
    {
        var id = (product.Id * OptionsPerProduct) + index + 1;
        return new JsonObject
        {
            ["id"] = id,
            ["name"] = option.Name,
            ["position"] = index + 1,
            ["required"] = true,
            ["values"] = Reply.Array(option.Values.Select((value, i) =>
                new JsonObject { ["id"] = (id * ValuesPerOption) + i + 1, ["value"] = value, ["position"] = i + 1 })),
        };
    }

    /// <summary>The sale, said a second time in the words of details.</summary>
    public static void AddSale(JsonObject json, Prices prices)
    {
        json["regularPrice"] = prices.List;
        json["salePrice"] = prices.Discount;
        json["onSale"] = prices.Discount is not null;
    }

    private static JsonObject Selected(OptionSeed option, string value) => new() { ["optionName"] = option.Name, ["value"] = value };
}

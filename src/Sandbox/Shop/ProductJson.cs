using System.Globalization;
using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using NodaTime.Text;

namespace Bff.Sandbox.Shop;

/// <summary>Products in the contract's form, as lists and as pages have them.</summary>
internal static class ProductJson
{
    public static JsonObject Summary(Product product, ProductCatalog catalog, StockBook stock)
    {
        var json = Common(product, catalog, stock);
        var first = product.Seed.Categories.Count > 0 ? catalog.Categories[product.Seed.Categories[0]] : null;
        json["categoryName"] = first?.Seed.Name;
        json["categorySlug"] = first?.Seed.Slug;
        json["image"] = product.Seed.Images > 0 ? ImageUrl(catalog, product, 1, "") : null;
        if (!product.Seed.HidesStock)
        {
            json["stockQuantity"] = stock.Left(product);
        }

        return json;
    }

    public static JsonObject Detail(Product product, ProductCatalog catalog, StockBook stock)
    {
        var seed = product.Seed;
        var json = Common(product, catalog, stock);
        json["shortName"] = seed.ShortName;
        json["sku"] = seed.Sku;
        json["seoDescription"] = null;
        json["shippingWeight"] = seed.Weight;
        json["stockQuantity"] = stock.Left(product);
        json["isVariation"] = false;
        json["parentProductId"] = null;
        json["images"] = Reply.Array(Enumerable.Range(1, seed.Images).Select(number => Image(catalog, product, number)));
        json["options"] = Reply.Array(seed.Options.Select((option, i) => VariantJson.Option(product, option, i)));
        json["selectedOptions"] = new JsonArray();
        json["variations"] = Reply.Array(product.Variants.Select(variant => VariantJson.Describe(product, variant, stock)));
        json["createdAt"] = InstantPattern.ExtendedIso.Format(product.CreatedAt);
        json["updatedAt"] = InstantPattern.ExtendedIso.Format(product.CreatedAt);
        VariantJson.AddSale(json, product.Prices);
        return json;
    }

    private static JsonObject Common(Product product, ProductCatalog catalog, StockBook stock)
    {
        var seed = product.Seed;
        var json = new JsonObject
        {
            ["id"] = product.Id,
            ["name"] = seed.Name,
            ["description"] = seed.Description,
            ["slug"] = seed.Slug,
            ["price"] = product.Prices.List,
            ["discountPrice"] = product.Prices.Discount,
            ["memberPrice"] = product.Prices.Member,
            ["seoTitle"] = seed.ShortName,
            ["status"] = "active",
            ["productType"] = seed.Type,
            ["stockStatus"] = StockBook.StatusOf(stock.Left(product), seed.Tracked),
            ["trackInventory"] = seed.Tracked,
            ["categories"] = Reply.Array(seed.Categories.Select(slug => Category(catalog.Categories[slug]))),
            ["brand"] = seed.Brand is { } brand ? Group("brand", catalog.Brands[brand]) : null,
            ["collections"] = Reply.Array(seed.Collections.Select(slug => Group("col", catalog.Collections[slug]))),
            ["isVariable"] = product.IsVariable,
            ["isFeatured"] = seed.Featured,
        };
        if (seed.Rating is { } rating)
        {
            json["reviewSummary"] = new JsonObject { ["averageRating"] = rating, ["reviewCount"] = seed.Reviews };
        }

        return json;
    }

    private static JsonObject Category(ShopGroup category) =>
        new() { ["id"] = category.Number, ["name"] = category.Seed.Name, ["slug"] = category.Seed.Slug };

    private static JsonObject Group(string kind, ShopGroup group) =>
        new() { ["id"] = $"{kind}-{group.Seed.Slug}", ["name"] = group.Seed.Name, ["slug"] = group.Seed.Slug };

    private static JsonObject Image(ProductCatalog catalog, Product product, int number) => new()
    {
        ["id"] = (product.Id * 10) + number,
        ["src"] = ImageUrl(catalog, product, number, ""),
        ["name"] = string.Create(CultureInfo.InvariantCulture, $"{product.Id}-{number}.jpg"),
        ["alt"] = product.Seed.Name,
        ["blurhash"] = number == 1 ? "LEHV6nWB2yk8pyo0adR*.7kCMdnj" : "",
        ["thumbUrl"] = ImageUrl(catalog, product, number, "-thumb"),
        ["mediumUrl"] = ImageUrl(catalog, product, number, "-medium"),
        ["width"] = 1600,
        ["height"] = number == 1 ? 1600 : 1200,
        ["isPrimary"] = number == 1,
    };

    private static string ImageUrl(ProductCatalog catalog, Product product, int number, string size) =>
        string.Create(CultureInfo.InvariantCulture, $"https://images.example/{catalog.Name}/products/{product.Id}-{number}{size}.jpg");
}

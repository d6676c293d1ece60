using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Shop;

/// <summary>listShopCategories, listShopBrands, listShopCollections.</summary>
internal static class ShopGroupReads
{
    public static Reply Categories(Call call)
    {
        var catalog = ProductReads.Catalog(call);
        return Reply.List(catalog.Categories.Values.Select(category =>
        {
            var json = Common(catalog, category, "categories");
            json["id"] = category.Number;
            json["parentId"] = category.Seed.Parent is { } parent ? catalog.Categories[parent].Number : null;
            json["isFeatured"] = category.Seed.Featured;
            return json;
        }));
    }

    public static Reply Brands(Call call)
    {
        var catalog = ProductReads.Catalog(call);
        return Reply.List(catalog.Brands.Values.Select(brand => Ordered(catalog, brand, "brand", "brands")));
    }

    public static Reply Collections(Call call)
    {
        var catalog = ProductReads.Catalog(call);
        return Reply.List(catalog.Collections.Values.Select(collection => Ordered(catalog, collection, "col", "collections")));
    }

    private static JsonObject Ordered(ProductCatalog catalog, ShopGroup group, string kind, string folder)
    {
        var json = Common(catalog, group, folder);
        json["id"] = $"{kind}-{group.Seed.Slug}";
        json["onlineEnabled"] = group.Seed.Online;
        json["sortOrder"] = group.Number;
        return json;
    }

    private static JsonObject Common(ProductCatalog catalog, ShopGroup group, string folder) => new()
    {
        ["name"] = group.Seed.Name,
        ["slug"] = group.Seed.Slug,
        ["description"] = group.Seed.Description,
        ["imageUrl"] = group.Seed.Image ? $"https://images.example/{catalog.Name}/{folder}/{group.Seed.Slug}.jpg" : null,
        ["productCount"] = group.ProductCount,
    };
}

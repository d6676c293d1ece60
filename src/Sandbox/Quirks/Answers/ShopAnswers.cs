using System.Text.Json.Nodes;

namespace Bff.Sandbox.Quirks.Answers;

/// <summary>V27, V28, V29, V33, V34, V36: products, orders, shipping and tiers.</summary>
internal static class ShopAnswers
{
    private static readonly string[] Products = ["listProducts", "getProduct"];

    public static readonly AnswerQuirk[] All =
    [
        AnswerQuirk.OfEach(27, Products, OldStock),
        AnswerQuirk.OfEach(28, Products, SalePrice),
        AnswerQuirk.OfEach(29, Products, product => product["slug"] = null),
        AnswerQuirk.OfEach(33, ["createOrder", "listOrders"], OldOrder),
        AnswerQuirk.OfEach(34, ["listShippingMethods"], OldShipping),
        AnswerQuirk.OfEach(36, ["listMembershipTiers"], OldTier),
    ];

    private static void OldStock(JsonObject product)
    {
        foreach (var item in WithVariations(product))
        {
            item["stockStatus"] = ((string)item["stockStatus"]!).Replace("_", "", StringComparison.Ordinal);
            item.RemoveAll("stockQuantity", "trackInventory");
        }
    }

    /// <summary>The reduced price comes as salePrice alone.</summary>
    private static void SalePrice(JsonObject product)
    {
        foreach (var item in WithVariations(product))
        {
            item.Rename("discountPrice", "salePrice");
            item["discountPrice"] = null;
        }
    }

    private static void OldOrder(JsonObject order)
    {
        order.Remove("id");
        order["status"] = "shipped";
        foreach (var name in (string[])["subtotal", "discountAmount", "shippingCost", "totalAmount"])
        {
            order.ToText(name);
        }
    }

    private static void OldShipping(JsonObject method)
    {
        method.Rename("cost", "price");
        method["calculationType"] = "flat";
    }

    private static void OldTier(JsonObject tier)
    {
        tier["id"] = (int)tier["sortOrder"]!;
        tier["validPeriodUnit"] = ((string)tier["validPeriodUnit"]!).ToLowerInvariant();
    }

    private static IEnumerable<JsonObject> WithVariations(JsonObject product) =>
        [product, .. product["variations"]?.AsArray().OfType<JsonObject>() ?? []];
}

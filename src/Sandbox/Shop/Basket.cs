using System.Globalization;
using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Shop;

/// <summary>Reads the lines of an order and prices them.</summary>
internal static class Basket
{
    /// <summary>The lines, or why they cannot be ordered. Stock is not looked at here.</summary>
    public static (IReadOnlyList<OrderLine> Lines, Reply? Refusal) Read(Call call)
    {
        var catalog = ProductReads.Catalog(call);
        List<OrderLine> lines = [];
        foreach (var (item, i) in call.Body["items"]!.AsArray().Select((item, i) => (item!.AsObject(), i)))
        {
            var (line, refusal) = ReadLine(call, catalog, item, i);
            if (line is null)
            {
                return ([], refusal);
            }

            lines.Add(line);
        }

        return (lines, null);
    }

    /// <summary>The first thing that there is not enough of. Lines of the same thing count together.</summary>
    public static Reply? FindShortage(StockBook stock, IReadOnlyList<OrderLine> lines)
    {
        foreach (var group in lines.Where(l => l.Product.Seed.Tracked).GroupBy(l => l.SellableId))
        {
            var line = group.First();
            var left = line.Variant is { } variant ? stock.Left(variant) : stock.Left(line.Product);
            if (group.Sum(l => (long)l.Quantity) > left)
            {
                return Shortage(line, left);
            }
        }

        return null;
    }

    private static (OrderLine? Line, Reply? Refusal) ReadLine(Call call, ProductCatalog catalog, JsonObject item, int index)
    {
        var quantity = item["quantity"]!.GetValue<int>();
        var isMember = call.Customer is not null;
        if (Number(item, "variantId") is { } variantId)
        {
            var (parent, variant) = catalog.FindVariant(variantId);
            return variant is null
                ? (null, Reply.NotFound("VARIANT_NOT_FOUND", $"items[{index}] names no variant."))
                : (new OrderLine(parent!, variant, quantity, variant.Prices.For(isMember)), null);
        }

        if (Number(item, "productId") is not { } productId)
        {
            return (null, Reply.Invalid(FieldError.Missing($"items[{index}].productId")));
        }

        return catalog.Find(productId) switch
        {
            null => (null, Reply.NotFound("PRODUCT_NOT_FOUND", $"items[{index}] names no product.")),
            { IsVariable: true } => (null, Reply.Refused("VARIANT_REQUIRED", $"items[{index}] needs a variantId.")),
            var product => (new OrderLine(product, null, quantity, product.Prices.For(isMember)), null),
        };
    }

    private static Reply Shortage(OrderLine line, int left) => Reply.Conflict("OUT_OF_STOCK", "Not enough of it is left.", new JsonObject
    {
        ["productId"] = line.Product.Id,
        ["variantId"] = line.Variant?.Id,
        ["available"] = left,
    });

    /// <summary>An id that may come as a number or as its text.</summary>
    private static int? Number(JsonObject item, string field) =>
        item[field] is { } value ? int.Parse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Bff.Sandbox.Quirks.Answers;

/// <summary>V2, V3, V17, V37: where the items of a list stand.</summary>
internal static class ListAnswers
{
    private const int DefaultLimit = 20;

    public static readonly AnswerQuirk[] All =
    [
        new(
            2,
            [
                "listServices", "listServiceStaff", "listServiceResources", "listEvents", "listProducts", "listShopCategories",
                "listShopBrands", "listShopCollections", "listShippingMethods", "listPaymentMethods", "listMembershipTiers", "listOrders",
            ],
            (data, _) => JsonShape.TakeItems(data)),
        new(3, ["listServiceSlots"], Slots),
        new(17, ["listCmsPages", "listCmsCategories"], (data, _) => JsonShape.TakeItems(data)),
        new(37, ["listGiftOffers", "listGiftRedemptions"], ByOffset),
    ];

    /// <summary>Forms: <c>slots</c> (first), <c>bare</c>.</summary>
    private static JsonNode Slots(JsonNode data, AnswerContext context)
    {
        if (context.Form == "bare")
        {
            return JsonShape.TakeItems(data);
        }

        data.AsObject().Rename("items", "slots");
        return data;
    }

    private static JsonObject ByOffset(JsonNode data, AnswerContext context)
    {
        var wanted = context.Query["status"].FirstOrDefault();
        var items = JsonShape.TakeItems(data).ToList();
        var found = items.Where(i => wanted is null || string.Equals((string?)i!["status"], wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        var (limit, offset) = (Number(context, "limit", DefaultLimit), Number(context, "offset", 0));
        return new JsonObject
        {
            ["items"] = new JsonArray([.. found.Skip(offset).Take(limit).Select(i => i!.DeepClone())]),
            ["total"] = found.Count,
            ["limit"] = limit,
            ["offset"] = offset,
        };
    }

    private static int Number(AnswerContext context, string name, int otherwise) =>
        int.TryParse(context.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}

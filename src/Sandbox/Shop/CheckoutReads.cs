using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Shop;

/// <summary>listShippingMethods and listPaymentMethods.</summary>
internal static class CheckoutReads
{
    public static Reply ShippingMethods(Call call) => Reply.List(Settings(call).Seeds.ShippingMethods.Select((method, i) => new JsonObject
    {
        ["id"] = i + 1,
        ["name"] = method.Name,
        ["description"] = method.Description,
        ["cost"] = method.Cost,
        ["freeShippingThreshold"] = method.FreeFrom,
        ["estimatedDays"] = method.Days,
    }));

    public static Reply PaymentMethods(Call call) => Reply.List(Settings(call).PaymentMethods.Select((method, i) => new JsonObject
    {
        ["id"] = method.Id,
        ["name"] = method.Name,
        ["type"] = method.Type,
        ["instructions"] = method.Instructions,
        ["hasGateway"] = method.HasGateway,
        ["position"] = i + 1,
    }));

    private static ShopSettings Settings(Call call) => call.Tenant.Data.Part(ShopSettings.Load);
}

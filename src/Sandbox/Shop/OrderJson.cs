using System.Globalization;
using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Shop;

/// <summary>Orders in the contract's form.</summary>
internal static class OrderJson
{
    public static JsonObject Describe(Order order, Instant now)
    {
        var isDone = order.PaymentStatus(now) is "completed" or "refunded";
        var json = new JsonObject
        {
            ["id"] = order.Number,
            ["orderId"] = order.Id,
            ["orderNumber"] = isDone ? string.Create(CultureInfo.InvariantCulture, $"SO-{order.Number:d6}") : null,
            ["status"] = order.Status(now),
            ["subtotal"] = order.Subtotal,
            ["discountAmount"] = 0,
            ["shippingCost"] = order.ShippingCost,
            ["totalAmount"] = order.Total,
            ["items"] = Reply.Array(order.Lines.Select(Line)),
            ["createdAt"] = InstantPattern.ExtendedIso.Format(order.CreatedAt),
        };
        if (!isDone)
        {
            AddPayment(json, order);
        }

        return json;
    }

    public static JsonObject Payment(Order order, Instant now) => new()
    {
        ["orderId"] = order.Id,
        ["orderStatus"] = order.Status(now),
        ["paymentStatus"] = order.PaymentStatus(now),
        ["paidAt"] = order.PaidAt(now) is { } paidAt ? InstantPattern.ExtendedIso.Format(paidAt) : null,
    };

    private static void AddPayment(JsonObject json, Order order)
    {
        if (order.Method is { HasGateway: true })
        {
            json["paymentUrl"] = "https://pay.example/orders/" + order.Id;
        }
        else if (order.Method?.Instructions is { } instructions)
        {
            json["paymentInstructions"] = instructions;
        }
    }

    private static JsonObject Line(OrderLine line) => new()
    {
        ["productId"] = line.Product.Id,
        ["variationId"] = line.Variant?.Id,
        ["productName"] = line.Name,
        ["quantity"] = line.Quantity,
        ["unitPrice"] = line.UnitPrice,
        ["lineTotal"] = line.Total,
        ["lineType"] = "product",
        ["offerRuleId"] = null,
    };
}

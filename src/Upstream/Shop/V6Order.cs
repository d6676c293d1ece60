using System.Collections.Immutable;
using Bff.Upstream.Json;

namespace Bff.Upstream.Shop;

/// <summary>An order. Source: v6 Order.</summary>
/// <remarks>
/// <c>OrderId</c>: Key in paths; works like a password for guests, so it stays out of logs. The inner number is left out (notes V33).
/// <c>OrderNumber</c>: Number to show people; may not exist yet.
/// <c>Status</c>: State as v6 writes it; open set.
/// <c>PaymentUrl</c>: Payment page to send the customer to.
/// </remarks>
internal sealed record V6Order(
    string OrderId,
    string? OrderNumber,
    string Status,
    decimal? Subtotal,
    decimal? DiscountAmount,
    decimal? ShippingCost,
    decimal TotalAmount,
    ImmutableArray<V6OrderLine> Items,
    DateTimeOffset? CreatedAt,
    string? PaymentUrl,
    string? PaymentInstructions) : V6Private
{
    /// <summary>Reads an order; without its key or its total it is unusable.</summary>
    public static V6Order? Read(V6Json json) =>
        json.Key("orderId") is not { } id || json.Decimal("totalAmount") is not { } total ? null : new(
            id,
            json.Key("orderNumber"),
            json.Text("status") ?? "",
            json.Decimal("subtotal"),
            json.Decimal("discountAmount"),
            json.Decimal("shippingCost"),
            total,
            json.Many("items", V6OrderLine.Read),
            json.Moment("createdAt"),
            json.Key("paymentUrl"),
            json.Text("paymentInstructions"));
}

/// <summary>A line of an order. Source: v6 OrderLine.</summary>
/// <remarks>
/// <c>ProductId</c>: Product as text; null once it is gone.
/// <c>LineType</c>: Kind of line; <c>product</c> when v6 does not say.
/// </remarks>
internal sealed record V6OrderLine(
    string? ProductId, string? VariationId, string ProductName, int Quantity, decimal UnitPrice, decimal LineTotal, string LineType)
{
    /// <summary>Reads a line; without a price it is unusable.</summary>
    public static V6OrderLine? Read(V6Json json) =>
        json.Decimal("unitPrice") is not { } unitPrice || json.Decimal("lineTotal") is not { } total ? null : new(
            json.Key("productId"),
            json.Key("variationId"),
            json.Text("productName") ?? "",
            json.Int("quantity") ?? 1,
            unitPrice,
            total,
            json.Key("lineType") ?? "product");
}

/// <summary>Where the payment of an order stands. Source: v6 OrderPaymentStatus.</summary>
internal sealed record V6OrderPayment(string OrderId, string OrderStatus, string PaymentStatus, DateTimeOffset? PaidAt) : V6Private
{
    /// <summary>Reads the state; without the payment's state it is unusable.</summary>
    public static V6OrderPayment? Read(V6Json json) => json.Key("paymentStatus") is not { } status ? null : new(
        json.Text("orderId") ?? "",
        json.Text("orderStatus") ?? "",
        status,
        json.Moment("paidAt"));
}

using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Shop;

/// <summary>A storefront order. Source: v6 Order.</summary>
/// <param name="OrderId">Key of the order; works like a password for guests, so it stays out of logs.</param>
/// <param name="OrderNumber">Number to show people; may not exist yet.</param>
/// <param name="Status">Life-cycle state as v6 writes it; open set.</param>
/// <param name="Subtotal">Lines before discount and shipping.</param>
/// <param name="Discount">Discount.</param>
/// <param name="Shipping">Shipping.</param>
/// <param name="Total">Amount due.</param>
/// <param name="Lines">Lines.</param>
/// <param name="CreatedAt">When it was placed.</param>
/// <param name="PaymentUrl">Payment page to send the customer to; null when nothing is to be paid online.</param>
/// <param name="PaymentInstructions">What the customer has to do for a manual method.</param>
[GenerateSerializer, Immutable, Alias("bff.order")]
public sealed record Order(
    [property: Id(0)] string OrderId,
    [property: Id(1)] string? OrderNumber,
    [property: Id(2)] string Status,
    [property: Id(3)] Money? Subtotal,
    [property: Id(4)] Money? Discount,
    [property: Id(5)] Money? Shipping,
    [property: Id(6)] Money Total,
    [property: Id(7)] ImmutableArray<OrderLine> Lines,
    [property: Id(8)] DateTimeOffset? CreatedAt,
    [property: Id(9)] string? PaymentUrl,
    [property: Id(10)] string? PaymentInstructions)
{
    /// <summary>Names the type only: the key must not reach a log.</summary>
    public override string ToString() => nameof(Order);
}

/// <summary>Line of an order. Source: v6 OrderLine.</summary>
/// <param name="ProductId">Product; null once it is gone.</param>
/// <param name="VariantId">Variant.</param>
/// <param name="ProductName">Name when ordered.</param>
/// <param name="Quantity">Units.</param>
/// <param name="UnitPrice">Price of one.</param>
/// <param name="LineTotal">Price of the line.</param>
/// <param name="LineType">Kind of line; open set.</param>
[GenerateSerializer, Immutable, Alias("bff.order-line")]
public sealed record OrderLine(
    [property: Id(0)] string? ProductId,
    [property: Id(1)] string? VariantId,
    [property: Id(2)] string ProductName,
    [property: Id(3)] int Quantity,
    [property: Id(4)] Money UnitPrice,
    [property: Id(5)] Money LineTotal,
    [property: Id(6)] string LineType);

/// <summary>Where the payment of an order stands; never kept. Source: v6 OrderPaymentStatus.</summary>
/// <param name="OrderId">Key of the order.</param>
/// <param name="OrderStatus">Life-cycle state as v6 writes it; open set.</param>
/// <param name="PaymentStatus">Payment state as v6 writes it; open set.</param>
/// <param name="PaidAt">When it was paid.</param>
[GenerateSerializer, Immutable, Alias("bff.order-payment-status")]
public sealed record OrderPaymentStatus(
    [property: Id(0)] string OrderId,
    [property: Id(1)] string OrderStatus,
    [property: Id(2)] string PaymentStatus,
    [property: Id(3)] DateTimeOffset? PaidAt)
{
    /// <summary>Names the type only: the key must not reach a log.</summary>
    public override string ToString() => nameof(OrderPaymentStatus);
}

/// <summary>Asks for an order. Source: v6 createOrder.</summary>
/// <param name="Caller">Who orders.</param>
/// <param name="Lines">What is ordered.</param>
/// <param name="Customer">Guest details; needed from an anonymous caller.</param>
/// <param name="ShippingMethod">Chosen delivery option.</param>
/// <param name="PaymentMethod">Chosen way to pay.</param>
[GenerateSerializer, Immutable, Alias("bff.order-request")]
public sealed record OrderRequest(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] ImmutableArray<OrderItem> Lines,
    [property: Id(2)] OrderCustomer? Customer,
    [property: Id(3)] EntityId? ShippingMethod,
    [property: Id(4)] EntityId? PaymentMethod)
{
    /// <summary>Names this try, as to its receipt; empty from gateways of an older version.</summary>
    [Id(5)]
    public Guid Attempt { get; init; }

    /// <summary>Names the type only: the members are a person's data.</summary>
    public override string ToString() => nameof(OrderRequest);
}

/// <summary>A line to order: a variant, or a product that has none.</summary>
/// <param name="Product">Product.</param>
/// <param name="Variant">Variant.</param>
/// <param name="Quantity">Units.</param>
[GenerateSerializer, Immutable, Alias("bff.order-item")]
public sealed record OrderItem([property: Id(0)] EntityId? Product, [property: Id(1)] EntityId? Variant, [property: Id(2)] int Quantity);

/// <summary>A guest who orders. Source: v6 OrderCustomerInput.</summary>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Last name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Phone">Phone, E.164.</param>
/// <param name="Language">BCP 47 tag that picks the language of order messages.</param>
[GenerateSerializer, Immutable, Alias("bff.order-customer")]
public sealed record OrderCustomer(
    [property: Id(0)] string? FirstName,
    [property: Id(1)] string? LastName,
    [property: Id(2)] string? Email,
    [property: Id(3)] string? Phone,
    [property: Id(4)] string? Language)
{
    /// <summary>Names the type only: the members are a person's data.</summary>
    public override string ToString() => nameof(OrderCustomer);
}

/// <summary>Asks where the payment of an order stands.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Order">Key of the order.</param>
[GenerateSerializer, Immutable, Alias("bff.order-payment-query")]
public sealed record OrderPaymentQuery([property: Id(0)] Caller Caller, [property: Id(1)] EntityId Order)
{
    /// <summary>Names the type only: the key must not reach a log.</summary>
    public override string ToString() => nameof(OrderPaymentQuery);
}

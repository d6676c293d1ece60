using GraphQL.Types;

namespace Bff.Gateway.Shop;

/// <summary>States of an order that v6 documents. The set is open: what is new reads as <see cref="Unknown"/>.</summary>
internal enum OrderStatus
{
    Unknown,
    Pending,
    Confirmed,
    Processing,
    Shipped,
    Delivered,
    Completed,
    Cancelled,
    Refunded,
}

/// <summary>States of a payment that v6 documents. The set is open: what is new reads as <see cref="Unknown"/>.</summary>
internal enum PaymentStatus
{
    Unknown,
    Pending,
    Completed,
    Failed,
    Refunded,
    Voided,
}

internal sealed class OrderStatusType : EnumerationGraphType<OrderStatus>
{
    public OrderStatusType()
    {
        Name = "OrderStatus";
        Description = "Life-cycle state of an order. UNKNOWN is one that v6 has added since.";
    }
}

internal sealed class PaymentStatusType : EnumerationGraphType<PaymentStatus>
{
    public PaymentStatusType()
    {
        Name = "PaymentStatus";
        Description = "State of a payment. UNKNOWN is one that v6 has added since.";
    }
}

internal static class OrderStates
{
    /// <summary>The member called like v6's text, in any case; otherwise the first one, which is Unknown.</summary>
    public static T Of<T>(string text)
        where T : struct, Enum =>
        text.All(char.IsLetter) && Enum.TryParse<T>(text, ignoreCase: true, out var state) ? state : default;
}

using Bff.Contracts.Shop;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Shop;

internal sealed class OrderType : ObjectGraphType<Order>
{
    public OrderType()
    {
        Name = "Order";
        Description = "A storefront order. Source: v6 createOrder, listOrders.";
        Field<NonNullGraphType<IdGraphType>>("orderId").Description("Key of the order; whoever has it can read the payment state, so keep it private.").Resolve(c => c.Source.OrderId);
        Field<StringGraphType>("orderNumber").Description("Number to show people; may not exist yet.").Resolve(c => c.Source.OrderNumber);
        Field<NonNullGraphType<OrderStatusType>>("status").Description("Life-cycle state; UNKNOWN for one that this schema does not name, see statusText.").Resolve(c => OrderStates.Of<OrderStatus>(c.Source.Status));
        Field<NonNullGraphType<StringGraphType>>("statusText").Description("The same as v6 writes it.").Resolve(c => c.Source.Status);
        Field<MoneyType>("subtotal").Description("Lines before discount and shipping.").Resolve(c => c.Source.Subtotal);
        Field<MoneyType>("discountAmount").Description("Discount.").Resolve(c => c.Source.Discount);
        Field<MoneyType>("shippingCost").Description("Shipping.").Resolve(c => c.Source.Shipping);
        Field<NonNullGraphType<MoneyType>>("totalAmount").Description("Amount due.").Resolve(c => c.Source.Total);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<OrderLineType>>>>("items").Description("Lines.").Resolve(c => c.Source.Lines);
        Field<DateTimeScalar>("createdAt").Description("When it was placed.").Resolve(c => c.Source.CreatedAt);
        Field<UrlScalar>("paymentUrl").Description("Payment page to send the customer to; null when nothing is to be paid online.").Resolve(c => c.Source.PaymentUrl);
        Field<StringGraphType>("paymentInstructions").Description("What the customer has to do for a manual method.").Resolve(c => c.Source.PaymentInstructions);
    }
}

internal sealed class OrderLineType : ObjectGraphType<OrderLine>
{
    public OrderLineType()
    {
        Name = "OrderLine";
        Description = "Line of an order. Source: v6 createOrder, listOrders.";
        Field<IdGraphType>("productId").Description("Product; null once it is gone.").Resolve(c => c.Source.ProductId);
        Field<IdGraphType>("variantId").Description("Variant.").Resolve(c => c.Source.VariantId);
        Field<NonNullGraphType<StringGraphType>>("productName").Description("Name when ordered.").Resolve(c => c.Source.ProductName);
        Field<NonNullGraphType<IntGraphType>>("quantity").Description("Units.").Resolve(c => c.Source.Quantity);
        Field<NonNullGraphType<MoneyType>>("unitPrice").Description("Price of one.").Resolve(c => c.Source.UnitPrice);
        Field<NonNullGraphType<MoneyType>>("lineTotal").Description("Price of the line.").Resolve(c => c.Source.LineTotal);
        Field<NonNullGraphType<StringGraphType>>("lineType").Description("Kind of line, such as product or addon; open set.").Resolve(c => c.Source.LineType);
    }
}

internal sealed class OrderPaymentStatusType : ObjectGraphType<OrderPaymentStatus>
{
    public OrderPaymentStatusType()
    {
        Name = "OrderPaymentStatus";
        Description = "Where the payment of an order stands. Source: v6 getOrderPaymentStatus.";
        Field<NonNullGraphType<IdGraphType>>("orderId").Description("Key of the order.").Resolve(c => c.Source.OrderId);
        Field<NonNullGraphType<OrderStatusType>>("orderStatus").Description("Life-cycle state; UNKNOWN for one that this schema does not name.").Resolve(c => OrderStates.Of<OrderStatus>(c.Source.OrderStatus));
        Field<NonNullGraphType<PaymentStatusType>>("paymentStatus").Description("Payment state; UNKNOWN for one that this schema does not name, see paymentStatusText.").Resolve(c => OrderStates.Of<PaymentStatus>(c.Source.PaymentStatus));
        Field<NonNullGraphType<StringGraphType>>("paymentStatusText").Description("The same as v6 writes it.").Resolve(c => c.Source.PaymentStatus);
        Field<DateTimeScalar>("paidAt").Description("When it was paid.").Resolve(c => c.Source.PaidAt);
    }
}

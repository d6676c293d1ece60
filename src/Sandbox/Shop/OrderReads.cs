using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Shop;

/// <summary>listOrders and getOrderPaymentStatus.</summary>
internal static class OrderReads
{
    public static Reply List(Call call) =>
        Reply.List(Book(call).Of(call.Customer!).Select(order => OrderJson.Describe(order, call.Now)));

    /// <summary>The id is enough; a token must not be of somebody else, though.</summary>
    public static Reply PaymentStatus(Call call)
    {
        if (Book(call).Find(call.Id) is not { } order)
        {
            return Reply.NotFound("ORDER_NOT_FOUND", "No such order.");
        }

        var isForeign = call.Customer is { } caller && order.MemberUuid is { } owner && owner != caller.Uuid;
        return isForeign ? Reply.Forbidden("The order belongs to somebody else.") : Reply.Ok(OrderJson.Payment(order, call.Now));
    }

    private static OrderBook Book(Call call) => call.Tenant.Part(OrderBook.Create);
}

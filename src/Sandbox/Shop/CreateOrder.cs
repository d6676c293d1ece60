using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Shop;

/// <summary>createOrder: takes the goods off the shelf at once, paid or not. Sent twice it orders twice.</summary>
internal static class CreateOrder
{
    public static Reply Handle(Call call)
    {
        if (call.Customer is null && !call.Body.ContainsKey("customer"))
        {
            return Reply.Invalid(FieldError.Missing("customer"));
        }

        var (lines, unreadable) = Basket.Read(call);
        if (unreadable is not null)
        {
            return unreadable;
        }

        var (shipping, notShipped) = FindShipping(call, lines.Sum(l => l.Total));
        var (method, notPaid) = FindPayment(call);
        if ((notShipped ?? notPaid) is { } refusal)
        {
            return refusal;
        }

        var stock = call.Tenant.Part(StockBook.Create);
        if (call.Checks && Basket.FindShortage(stock, lines) is { } shortage)
        {
            return shortage;
        }

        return call.Commit(() => Reply.Created(OrderJson.Describe(Place(call, lines, shipping, method), call.Now)));
    }

    private static Order Place(Call call, IReadOnlyList<OrderLine> lines, decimal shipping, PaymentMethodSeed? method)
    {
        var book = call.Tenant.Part(OrderBook.Create);
        var stock = call.Tenant.Part(StockBook.Create);
        var order = new Order
        {
            Number = book.NextNumber,
            Id = OpaqueId.Of(call.Tenant, "ord", book.NextNumber),
            MemberUuid = call.Customer?.Uuid,
            Lines = lines,
            ShippingCost = shipping,
            Method = method,
            CreatedAt = call.Now,
        };
        foreach (var line in lines)
        {
            stock.Sell(line);
        }

        book.Add(order);
        return order;
    }

    private static (decimal Cost, Reply? Refusal) FindShipping(Call call, decimal basket)
    {
        if (call.Text("shippingMethodId") is not { } id)
        {
            return (0, null);
        }

        return call.Tenant.Data.Part(ShopSettings.Load).ShippingMethod(id) switch
        {
            null => (0, Reply.Refused("SHIPPING_METHOD_NOT_ALLOWED", "No such delivery option.")),
            var method when method.IsLocked(basket) => (0, Reply.Refused("SHIPPING_METHOD_LOCKED", "The basket is too small for it.")),
            var method => (method.CostFor(basket), null),
        };
    }

    private static (PaymentMethodSeed? Method, Reply? Refusal) FindPayment(Call call)
    {
        if (call.Text("paymentMethodId") is not { } id)
        {
            return (null, null);
        }

        return call.Tenant.Data.Part(ShopSettings.Load).PaymentMethod(id) is { } method
            ? (method, null)
            : (null, Reply.Refused("PAYMENT_METHOD_NOT_ALLOWED", "No such way to pay."));
    }
}

using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Shop;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;
using GraphQL.Types;

namespace Bff.Gateway.Shop;

internal static class CustomerOrders
{
    /// <summary>Hangs the customer's orders on the customer.</summary>
    public static void AddCustomerOrders(this ObjectGraphType<CustomerProfile> customer) =>
        customer.Field<ListGraphType<NonNullGraphType<OrderType>>, ItemList<Order>>("orders")
            .Description("The customer's orders. Source: v6 listOrders.")
            .Private()
            .Answers(async c =>
            {
                var caller = await c.Request().CustomerAsync();
                return await c.Request().Grains.GetGrain<ICustomerOrdersGrain>(caller.Customer!.Key.ToString()).GetOrdersAsync(caller);
            });
}

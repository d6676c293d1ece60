using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Orleans.Concurrency;

namespace Bff.Contracts.Shop;

/// <summary>One activation is the orders of one customer. Key: <see cref="CustomerKey"/>.</summary>
[GrainInterfaceType("customer-orders")]
public interface ICustomerOrdersGrain : IGrainWithStringKey
{
    /// <summary>The customer's orders. Source: v6 listOrders.</summary>
    [AlwaysInterleave, Alias("orders")]
    Task<Answer<ItemList<Order>>> GetOrdersAsync(Caller caller);

    /// <summary>Forgets what was kept: a new order of this customer was placed.</summary>
    [AlwaysInterleave, Alias("drop")]
    Task DropAsync();
}

using Bff.Contracts.Auth;

namespace Bff.Grains.Auth;

internal static class CustomerScope
{
    /// <summary>A customer's grain answers that customer and nobody else: what it keeps was fetched with that customer's token.</summary>
    /// <exception cref="ArgumentException">Somebody else asks: a defect of the gateway.</exception>
    public static void Require(this CustomerKey customer, Caller caller)
    {
        if (caller.Customer?.Key != customer)
        {
            throw new ArgumentException("The caller is not the customer of this grain.", nameof(caller));
        }
    }
}

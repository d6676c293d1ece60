using Bff.Contracts.Auth;
using Bff.Contracts.Bookings;
using Bff.Contracts.Content;
using Bff.Contracts.Membership;
using Bff.Contracts.Shop;
using Bff.Contracts.Surveys;

namespace Bff.Grains.Auth;

/// <summary>All that is kept of one customer, in whichever grain.</summary>
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

    /// <summary>Forgets it: a sign-in begins with nothing kept, and nothing of the customer outlives a sign-out (v6 notes §4).</summary>
    public static Task DropAsync(IGrainFactory grains, CustomerKey customer)
    {
        var key = customer.ToString();
        return Task.WhenAll(
            grains.GetGrain<ICustomerBookingsGrain>(key).DropAsync(),
            grains.GetGrain<ICustomerEventsGrain>(key).DropAsync(),
            grains.GetGrain<ICustomerGiftsGrain>(key).DropAsync(),
            grains.GetGrain<ICustomerOrdersGrain>(key).DropAsync(),
            grains.GetGrain<ICustomerSurveysGrain>(key).DropAsync());
    }
}

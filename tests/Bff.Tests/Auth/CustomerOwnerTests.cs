using Bff.Contracts.Bookings;
using Bff.Contracts.Keys;
using Bff.Contracts.Membership;
using Bff.Contracts.Shop;
using Bff.Tests.Fixture;
using Caller = Bff.Contracts.Auth.Caller;

namespace Bff.Tests.Auth;

/// <summary>What a customer's grain keeps was fetched with that customer's token: it answers nobody else, whatever a gateway asks by mistake.</summary>
public sealed class CustomerOwnerTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task A_customer_s_owners_answer_that_customer_alone()
    {
        var tenant = bff.NewTenant();
        var (owner, other) = (bff.V6.Member(tenant, 1), bff.V6.Member(tenant, 2));
        var key = owner.Customer!.Key.ToString();
        var (bookings, orders, gifts) = (Of<ICustomerBookingsGrain>(key), Of<ICustomerOrdersGrain>(key), Of<ICustomerGiftsGrain>(key));
        var id = EntityId.Parse("1");
        var at = TimeProvider.System.GetUtcNow().AddDays(1);
        Func<Caller, Task>[] questions =
        [
            bookings.GetBookingsAsync,
            caller => bookings.GetBookingAsync(new BookingQuery(caller, id)),
            caller => bookings.CancelAsync(new CancelBookingRequest(caller, id, null)),
            caller => bookings.RescheduleAsync(new RescheduleBookingRequest(caller, id, at, at.AddHours(1), null, null)),
            orders.GetOrdersAsync,
            gifts.GetOffersAsync,
            caller => gifts.GetOfferAsync(new CustomerOfferQuery(caller, id)),
            gifts.GetRedemptionsAsync,
        ];

        foreach (var ask in questions)
        {
            await ask(owner);
            await Should.ThrowAsync<ArgumentException>(() => ask(other));
            await Should.ThrowAsync<ArgumentException>(() => ask(Caller.Anonymous(other.Tenant)));
        }
    }

    private T Of<T>(string key)
        where T : IGrainWithStringKey => bff.Cluster.Client.GetGrain<T>(key);
}

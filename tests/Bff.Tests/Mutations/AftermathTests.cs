using Bff.Contracts.Bookings;
using Bff.Contracts.Membership;
using Bff.Contracts.Shop;
using Bff.Tests.Auth;
using Bff.Tests.Bookings;
using Bff.Tests.Fixture;

namespace Bff.Tests.Mutations;

/// <summary>v6 has done it, and then an owner that is to be told cannot be reached: what happened is told as what happened.</summary>
public sealed class AftermathTests : IAsyncLifetime
{
    private readonly DeafOwners deaf = new();
    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup { CallFilter = deaf });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Theory]
    [InlineData("createGuestBooking", typeof(ICustomerBookingsGrain))]
    [InlineData("createOrder", typeof(ICustomerOrdersGrain))]
    [InlineData("redeemGiftOffer", typeof(ICustomerGiftsGrain))]
    public async Task What_was_made_is_told_as_made(string mutation, Type owner)
    {
        var shopper = new Shopper(bff, bff.NewTenant(), member: 1);
        var purchase = await Purchase.FindAsync(shopper, mutation);
        deaf.Owner = owner;

        var payload = await purchase.GetAsync(shopper, key: null);

        purchase.IdOf(payload).ShouldNotBeEmpty();
        deaf.Refused.ShouldBeGreaterThan(0, "nobody was told, so nothing was shown");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_changed_is_told_as_changed(bool cancel)
    {
        var device = Device.WithToken(bff, bff.NewTenant());
        var slots = await new Guest(bff, device.Tenant).FindSlotsAsync(capacity: 1);
        var id = (await device.BookAsync(slots[0])).BookingId()!;
        deaf.Owner = typeof(ISlotDayGrain);

        var payload = cancel ? await device.CancelAsync(id) : await device.MoveAsync(id, slots[3]);

        payload.Error().ShouldBeNull();
        deaf.Refused.ShouldBeGreaterThan(0, "nobody was told, so nothing was shown");
    }

    /// <summary>One kind of owner fails when it is told of a change.</summary>
    private sealed class DeafOwners : IIncomingGrainCallFilter
    {
        private int refused;

        public Type? Owner { get; set; }

        public int Refused => refused;

        public Task Invoke(IIncomingGrainCallContext context)
        {
            if (Owner?.IsInstanceOfType(context.Grain) == true && (context.InterfaceMethod.Name is "DropAsync" or "BookedAsync"))
            {
                Interlocked.Increment(ref refused);
                throw new InvalidOperationException("It cannot be told.");
            }

            return context.Invoke();
        }
    }
}

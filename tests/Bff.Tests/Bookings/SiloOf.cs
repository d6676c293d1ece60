using Bff.Contracts.Auth;
using Bff.Contracts.Bookings;
using Bff.Contracts.Keys;
using Bff.Tests.Fixture;
using Orleans.TestingHost;

namespace Bff.Tests.Bookings;

/// <summary>Where a grain lives now.</summary>
internal static class SiloOf
{
    /// <summary>The silo of a day.</summary>
    public static Task<InProcessSiloHandle> DayAsync(BffFixture bff, string tenant, SeenSlot slot) =>
        OfAsync(bff, bff.Cluster.Client.GetGrain<ISlotDayGrain>(
            new SlotDayKey(TenantId.Parse(tenant), EntityId.Parse(slot.ServiceId), DateOnly.Parse(slot.Date, null)).ToString()));

    /// <summary>The silo of a customer's bookings.</summary>
    public static Task<InProcessSiloHandle> CustomerAsync(BffFixture bff, string tenant, string member) =>
        OfAsync(bff, bff.Cluster.Client.GetGrain<ICustomerBookingsGrain>(new CustomerKey(TenantId.Parse(tenant), EntityId.Parse(member)).ToString()));

    private static async Task<InProcessSiloHandle> OfAsync(BffFixture bff, IGrain grain)
    {
        var address = await bff.Cluster.Client.GetGrain<IManagementGrain>(0).GetActivationAddress(grain);
        return bff.Cluster.Silos.Single(silo => silo.SiloAddress.Equals(address));
    }
}

using Bff.Contracts.Bookings;
using Bff.Contracts.Keys;
using Bff.Contracts.Live;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>A gateway that has begun to watch a day and then died: it neither renews nor leaves.</summary>
internal sealed class SilentListener : ILiveObserver
{
    public static async Task ListenAsync(BffFixture bff, string tenant, SeenSlot slot)
    {
        var cluster = bff.Cluster.Client;
        var key = new SlotDayKey(TenantId.Parse(tenant), EntityId.Parse(slot.ServiceId), DateOnly.Parse(slot.Date, null));
        var observer = cluster.CreateObjectReference<ILiveObserver>(new SilentListener());
        await cluster.GetGrain<ISlotDayGrain>(key.ToString()).WatchAsync(new LiveSubscription(Guid.NewGuid(), observer, Guid.Empty, 0));
    }

    public Task ChangedAsync(LiveNotice notice) => Task.CompletedTask;
}

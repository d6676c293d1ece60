using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Grains.Caching;
using Bff.Grains.Mutations;
using Bff.Grains.Tenancy;
using Bff.Upstream.Bookings;
using Bff.Upstream.Http;
using Bff.Upstream.Operations;

namespace Bff.Grains.Bookings;

/// <summary>
/// Reads interleave and share one fetch; bookings run one after the other, because the grain is not reentrant. After each booking, whatever
/// became of it, what was kept of the day is dropped before the caller learns of it.
/// </summary>
[GrainType("slot-day")]
internal sealed class SlotDayGrain(IGrainContext context, OwnerCaches caches, TenantDirectory tenants, IGrainFactory grains, IBookingsApi v6, TimeProvider time)
    : Grain, ISlotDayGrain
{
    private readonly SlotDayKey key = SlotDayKey.Parse(context.GrainId.Key.ToString()!);
    private readonly OwnerCache cache = caches.For(SlotDayKey.Parse(context.GrainId.Key.ToString()!).Tenant);

    public Task<Answer<SlotDay>> GetSlotsAsync(SlotQuery query) =>
        cache.GetAsync(
            V6Operations.ListServiceSlots,
            CacheKey.List(CacheAreas.Slots, query.Staff, query.Resource),
            async cancellation =>
            {
                var slots = await v6.ListSlotsAsync(key.Tenant, new V6SlotQuery(key.Service, key.Day, query.Staff, query.Resource), cancellation);
                return slots.Select(found => MappingOf(query).Map(found, time.GetUtcNow()));
            });

    public Task DropAsync()
    {
        cache.Drop(new CacheTag(CacheAreas.Slots));
        return Task.CompletedTask;
    }

    public async Task<MutationResult<Booking>> BookAsync(GuestBookingRequest request)
    {
        var sent = await v6.CreateGuestBookingAsync(key.Tenant, request.ToV6());
        cache.Drop(new CacheTag(CacheAreas.Slots));
        if (request.SignedIn is { } customer)
        {
            await grains.GetGrain<ICustomerBookingsGrain>(customer.ToString()).DropAsync();
        }

        return sent is Sent<V6Booking>.Refused { Refusal.Code: V6Code.SlotNotAvailable or V6Code.BookingRaceConflict }
            ? MutationResult<Booking>.Failed(await SlotTakenAsync(request))
            : sent.ToResult(booking => ToBooking(booking, request), refusal => refusal.ToBookingError(tenants.ClockOf(key.Tenant)));
    }

    private Booking ToBooking(V6Booking booking, GuestBookingRequest request) =>
        booking.ToBooking(tenants.ClockOf(key.Tenant), tenants.SettingsOf(key.Tenant).Currency, (request.OccurrenceStart, request.OccurrenceEnd));

    // Nothing is offered that has not been read after the refusal.
    private async Task<SlotTakenError> SlotTakenAsync(GuestBookingRequest request) =>
        Alternatives.To(request.OccurrenceStart, (await GetSlotsAsync(new SlotQuery(request.Staff, request.Resource))).Value);

    private SlotDayMapping MappingOf(SlotQuery query) =>
        new(tenants.ClockOf(key.Tenant), key.Day, tenants.SettingsOf(key.Tenant).Currency, query);
}

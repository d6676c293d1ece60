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
internal sealed class SlotDayGrain(IGrainContext context, OwnerCaches caches, TenantDirectory tenants, IBookingsApi v6, TimeProvider time)
    : Grain, ISlotDayGrain
{
    private const int MaxAlternatives = 5;

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

    public async Task<MutationResult<Booking>> BookAsync(GuestBookingRequest request)
    {
        var sent = await v6.CreateGuestBookingAsync(key.Tenant, request.ToV6());
        cache.Drop(new CacheTag(CacheAreas.Slots));
        return sent switch
        {
            Sent<V6Booking>.Done { Value: { } booking } => MutationResult<Booking>.Done(ToBooking(booking, request)),
            Sent<V6Booking>.Refused { Refusal: var refusal } => MutationResult<Booking>.Failed(await ToErrorAsync(refusal, request)),
            _ => MutationResult<Booking>.Failed(sent.ToError()),
        };
    }

    private Booking ToBooking(V6Booking booking, GuestBookingRequest request) =>
        booking.ToBooking(tenants.ClockOf(key.Tenant), tenants.SettingsOf(key.Tenant).Currency, (request.OccurrenceStart, request.OccurrenceEnd));

    private async Task<MutationError> ToErrorAsync(Refusal refusal, GuestBookingRequest request) =>
        refusal.Code is V6Code.SlotNotAvailable or V6Code.BookingRaceConflict
            ? await SlotTakenAsync(request)
            : refusal.ToBookingError(tenants.ClockOf(key.Tenant));

    // Nothing is offered that has not been read after the refusal.
    private async Task<SlotTakenError> SlotTakenAsync(GuestBookingRequest request)
    {
        var day = await GetSlotsAsync(new SlotQuery(request.Staff, request.Resource));
        return new SlotTakenError(day.Value is not { } slots ? [] :
        [
            .. slots.Slots
                .Where(slot => slot.Available && slot.StartsAt != request.OccurrenceStart)
                .OrderBy(slot => (slot.StartsAt - request.OccurrenceStart).Duration())
                .Take(MaxAlternatives),
        ]);
    }

    private SlotDayMapping MappingOf(SlotQuery query) =>
        new(tenants.ClockOf(key.Tenant), key.Day, tenants.SettingsOf(key.Tenant).Currency, query);
}

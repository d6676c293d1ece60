using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Bookings;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Grains.Auth;
using Bff.Grains.Caching;
using Bff.Grains.Mutations;
using Bff.Grains.Tenancy;
using Bff.Upstream.Bookings;
using Bff.Upstream.Http;
using Bff.Upstream.Operations;

namespace Bff.Grains.Bookings;

/// <summary>
/// After each change, whatever became of it, the customer's bookings and the days that it touches are dropped before the caller learns of it.
/// The day that a booking leaves is read before: afterwards nobody could tell it.
/// </summary>
[GrainType("customer-bookings")]
internal sealed class CustomerBookingsGrain(
    IGrainContext context, OwnerCaches caches, TenantDirectory tenants, ICallerTokens tokens, IGrainFactory grains, IBookingsApi v6)
    : Grain, ICustomerBookingsGrain
{
    private readonly CustomerKey customer = CustomerKey.Parse(context.GrainId.Key.ToString()!);
    private readonly OwnerCache cache = caches.For(CustomerKey.Parse(context.GrainId.Key.ToString()!).Tenant);

    private CompanyClock Clock => tenants.ClockOf(customer.Tenant);

    private string Currency => tenants.SettingsOf(customer.Tenant).Currency;

    public Task<Answer<ItemList<Booking>>> GetBookingsAsync(Caller caller) =>
        cache.GetAsync(
            V6Operations.ListBookings,
            CacheKey.List(CacheAreas.CustomerBookings),
            async cancellation =>
            {
                var bookings = await tokens.AskAsync(caller, token => v6.ListBookingsAsync(customer.Tenant, token, cancellation));
                return bookings.Select(list => list.ToItemList(booking => booking.ToBooking(Clock, Currency)));
            });

    public Task<Answer<BookingDetail>> GetBookingAsync(BookingQuery query) =>
        cache.GetAsync(
            V6Operations.GetBooking,
            CacheKey.One(CacheAreas.CustomerBookings, query.Booking),
            async cancellation =>
            {
                var booking = await tokens.AskAsync(query.Caller, token => v6.GetBookingAsync(customer.Tenant, token, query.Booking, cancellation));
                return booking.Select(found => found.ToDetail(Clock, Currency));
            });

    public async Task<MutationResult<BookingDetail>> CancelAsync(CancelBookingRequest request)
    {
        var before = await GetBookingAsync(new BookingQuery(request.Caller, request.Booking));
        var sent = await tokens.SendAsync(
            request.Caller, token => v6.CancelBookingAsync(customer.Tenant, token, request.Booking, new V6CancelRequest(request.Reason)));
        await DropAsync(before.Value?.Booking);
        return sent.ToResult(found => found.ToDetail(Clock, Currency), refusal => refusal.ToBookingError(Clock));
    }

    public async Task<MutationResult<BookingDetail>> RescheduleAsync(RescheduleBookingRequest request)
    {
        var before = await GetBookingAsync(new BookingQuery(request.Caller, request.Booking));
        var move = new V6RescheduleRequest(request.OccurrenceStart, request.OccurrenceEnd, request.Staff?.Value, request.Resource?.Value);
        var sent = await tokens.SendAsync(request.Caller, token => v6.RescheduleBookingAsync(customer.Tenant, token, request.Booking, move));
        await DropAsync(before.Value?.Booking);
        if (before.Value is { } known)
        {
            await DayOf(known.Booking.ServiceId, Clock.DayOf(request.OccurrenceStart)).DropAsync();
        }

        if (sent is Sent<V6BookingDetail>.Refused { Refusal.Code: V6Code.SlotNotAvailable or V6Code.BookingRaceConflict } && before.Value is { } moved)
        {
            return MutationResult<BookingDetail>.Failed(await SlotTakenAsync(moved.Booking.ServiceId, request));
        }

        return sent.ToResult(
            found => found.ToDetail(Clock, Currency, (request.OccurrenceStart, request.OccurrenceEnd)), refusal => refusal.ToBookingError(Clock));
    }

    public Task DropAsync() => DropAsync(changed: null);

    private async Task DropAsync(Booking? changed)
    {
        cache.Drop(scope: null);
        if (changed is not null)
        {
            await DayOf(changed.ServiceId, changed.Date).DropAsync();
        }
    }

    private async Task<SlotTakenError> SlotTakenAsync(string service, RescheduleBookingRequest request)
    {
        var day = await DayOf(service, Clock.DayOf(request.OccurrenceStart)).GetSlotsAsync(new SlotQuery(request.Staff, request.Resource));
        return Alternatives.To(request.OccurrenceStart, day.Value);
    }

    private ISlotDayGrain DayOf(string service, DateOnly day) =>
        grains.GetGrain<ISlotDayGrain>(new SlotDayKey(customer.Tenant, EntityId.Parse(service), day).ToString());
}

using System.Collections.Immutable;
using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Bookings;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Contracts.Live;
using Bff.Grains.Auth;
using Bff.Grains.Caching;
using Bff.Grains.Live;
using Bff.Grains.Mutations;
using Bff.Grains.Tenancy;
using Bff.Upstream.Bookings;
using Bff.Upstream.Http;
using Bff.Upstream.Operations;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Bookings;

/// <summary>
/// After each change, whatever became of it, the customer's bookings and the days that it touches are dropped before the caller learns of it.
/// The day that a booking leaves is read before: afterwards nobody could tell it.
/// </summary>
[GrainType("customer-bookings")]
internal sealed class CustomerBookingsGrain(
    IGrainContext context,
    OwnerCaches caches,
    LiveOwners live,
    TenantDirectory tenants,
    ICallerTokens tokens,
    BookingLook look,
    IGrainFactory grains,
    IBookingsApi v6,
    ILogger<CustomerBookingsGrain> logger)
    : Grain, ICustomerBookingsGrain
{
    private readonly CustomerKey customer = CustomerKey.Parse(context.GrainId.Key.ToString()!);
    private readonly OwnerCache cache = caches.For(CustomerKey.Parse(context.GrainId.Key.ToString()!));

    private readonly LiveListeners listeners = live.For(context.GrainId);

    private CompanyClock Clock => tenants.ClockOf(customer.Tenant);

    private string Currency => tenants.SettingsOf(customer.Tenant).Currency;

    public Task<Answer<ItemList<Booking>>> GetBookingsAsync(Caller caller)
    {
        customer.Require(caller);
        return cache.GetAsync(
            V6Operations.ListBookings,
            CacheKey.List(CacheAreas.CustomerBookings),
            async cancellation =>
            {
                var bookings = await tokens.AskAsync(caller, token => v6.ListBookingsAsync(customer.Tenant, token, cancellation));
                return bookings.Select(list => list.ToItemList(booking => booking.ToBooking(Clock, Currency)));
            });
    }

    public Task<Answer<BookingDetail>> GetBookingAsync(BookingQuery query)
    {
        customer.Require(query.Caller);
        return cache.GetAsync(
            V6Operations.GetBooking,
            CacheKey.One(CacheAreas.CustomerBookings, query.Booking),
            async cancellation =>
            {
                var booking = await tokens.AskAsync(query.Caller, token => v6.GetBookingAsync(customer.Tenant, token, query.Booking, cancellation));
                return booking.Select(found => found.ToDetail(Clock, Currency));
            });
    }

    public async Task<MutationResult<BookingDetail>> CancelAsync(CancelBookingRequest request)
    {
        customer.Require(request.Caller);
        var before = await GetBookingAsync(new BookingQuery(request.Caller, request.Booking));
        var sent = await tokens.SendAsync(
            request.Caller, token => v6.CancelBookingAsync(customer.Tenant, token, request.Booking, new V6CancelRequest(request.Reason)));
        if (sent.HasNoResult() && (await look.AtAsync(request.Caller, request.Booking)).Value is { } seen && CancelledBooking.Is(seen.Booking.Status))
        {
            // That it is not cancelled would prove nothing yet: v6 may still be at work on it.
            sent = new Sent<V6BookingDetail>.Done(seen);
        }

        var changed = await DropAsync(before.Value?.Booking);
        return Told(BookingChangeKind.Cancelled, sent.ToResult(changed, found => found.ToDetail(Clock, Currency), refusal => refusal.ToBookingError(Clock)));
    }

    public async Task<MutationResult<BookingDetail>> RescheduleAsync(RescheduleBookingRequest request)
    {
        customer.Require(request.Caller);

        // Past the cache: if no answer comes, a look tells old from new only by what was there before.
        var before = await look.AtAsync(request.Caller, request.Booking);
        if (before.Value?.Booking.ToBooking(Clock, Currency) is not { } known)
        {
            return MutationResult<BookingDetail>.Failed(before.Failure is { } failure
                ? new RefusedError(failure.Code, failure.Retryable, failure.RetryAfter)
                : new NotFoundError("id"));
        }

        ImmutableArray<ChangeMark> left = [];
        MutationResult<BookingDetail> moved;
        try
        {
            moved = await DayOf(known.ServiceId, Clock.DayOf(request.OccurrenceStart)).MoveAsync(new SlotMove(request, known));
        }
        finally
        {
            left = await DropAsync(known);
        }

        return Told(BookingChangeKind.Rescheduled, moved with { Changed = [.. moved.Changed, .. left] });
    }

    public Task BookedAsync(Booking? booking)
    {
        cache.Drop(scope: null);
        listeners.Publish(new BookingLive(booking is null ? BookingChangeKind.Reload : BookingChangeKind.Created, booking));
        return Task.CompletedTask;
    }

    public Task DropAsync() => DropAsync(changed: null);

    public Task<LiveState> WatchAsync(LiveSubscription subscription)
    {
        listeners.Renew(subscription);
        return Task.FromResult(listeners.StateFor(subscription));
    }

    public Task UnwatchAsync(Guid listener)
    {
        listeners.Remove(listener);
        return Task.CompletedTask;
    }

    private MutationResult<BookingDetail> Told(BookingChangeKind kind, MutationResult<BookingDetail> result)
    {
        if (result.IsDone || result.IsUnknown)
        {
            listeners.Publish(new BookingLive(result.IsDone ? kind : BookingChangeKind.Reload, result.Value?.Booking));
        }

        return result;
    }

    private async Task<ImmutableArray<ChangeMark>> DropAsync(Booking? changed)
    {
        cache.Drop(scope: null);
        return changed is null
            ? []
            : await Aftermath.TryAsync(logger, async () => ImmutableArray.Create(await DayOf(changed.ServiceId, changed.Date).DropAsync()), otherwise: []);
    }

    private ISlotDayGrain DayOf(string service, DateOnly day) =>
        grains.GetGrain<ISlotDayGrain>(new SlotDayKey(customer.Tenant, EntityId.Parse(service), day).ToString());
}

using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Contracts.Live;
using Bff.Grains.Auth;
using Bff.Grains.Caching;
using Bff.Grains.Live;
using Bff.Grains.Mutations;
using Bff.Grains.Mutations.Attempts;
using Bff.Grains.Tenancy;
using Bff.Upstream.Bookings;
using Bff.Upstream.Governing;
using Bff.Upstream.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace Bff.Grains.Bookings;

/// <summary>
/// Everything interleaves: reads share one fetch, and bookings pass the <see cref="BookingDesk"/>, which lets those of different places run
/// side by side. After each booking, whatever became of it, what was kept of the day is dropped before the caller learns of it.
/// </summary>
[GrainType("slot-day")]
internal sealed class SlotDayGrain : Grain, ISlotDayGrain, IGrainMigrationParticipant, IDisposable
{
    // v6's clock need not be ours.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(30);

    private readonly IGrainFactory grains;
    private readonly SlotDayKey key;
    private readonly OwnerCache cache;
    private readonly SlotReadings readings;
    private readonly SlotHoldStore store;
    private readonly BookingDesk desk;
    private readonly SlotDayBroadcast broadcast;
    private readonly NeighbourDays neighbours;
    private readonly TenantDirectory tenants;
    private readonly ICallerTokens tokens;
    private readonly BookingLook look;
    private readonly CustomerAttempts attempts;
    private readonly ILogger log;
    private readonly IBookingsApi v6;
    private readonly TimeProvider time;

    public SlotDayGrain(
        IGrainContext context,
        IGrainFactory grains,
        OwnerCaches caches,
        LiveOwners live,
        TenantTraffics traffic,
        TenantDirectory tenants,
        ICallerTokens tokens,
        BookingLook look,
        CustomerAttempts attempts,
        IBookingsApi v6,
        TimeProvider time,
        IOptions<BookingOptions> options,
        [FromKeyedServices(SlotHoldStore.StorageName)] IGrainStorage storage,
        ILogger<SlotDayGrain> logger)
    {
        (this.grains, this.tenants, this.tokens, this.look, this.attempts, this.v6, this.time, log) = (grains, tenants, tokens, look, attempts, v6, time, logger);
        key = SlotDayKey.Parse(context.GrainId.Key.ToString()!);
        cache = caches.For(key.Tenant);
        readings = new SlotReadings(cache, ReadAsync, reading => broadcast!.Offer(reading), time);
        store = new SlotHoldStore(storage, context.GrainId);
        desk = new BookingDesk(store, options.Value, time, readings.AroundAsync, logger);
        broadcast = new SlotDayBroadcast(live.For(context.GrainId), live, readings.DayAsync, reading => reading.Less(desk.Holds), logger);
        neighbours = new NeighbourDays(key, options.Value, traffic, grains, time);
    }

    private string Currency => tenants.SettingsOf(key.Tenant).Currency;

    private CompanyClock Clock => tenants.ClockOf(key.Tenant);

    public async Task<Answer<SlotDay>> GetSlotsAsync(SlotQuery query)
    {
        var answer = await readings.GetAsync(query);
        if (answer.IsFound)
        {
            neighbours.Warm(query);
        }

        return answer.Select(reading => reading.Less(desk.Holds));
    }

    public Task WarmAsync(SlotQuery query) => neighbours.IsQuiet ? readings.GetAsync(query) : Task.CompletedTask;

    public Task<ChangeMark> DropAsync()
    {
        readings.Forget();
        var mark = Drop();
        broadcast.Changed(isKnown: false);
        return Task.FromResult(mark);
    }

    public Task<LiveState> WatchAsync(LiveSubscription subscription) => broadcast.WatchAsync(subscription);

    public Task UnwatchAsync(Guid listener)
    {
        broadcast.Unwatch(listener);
        return Task.CompletedTask;
    }

    public async Task<MutationResult<Booking>> BookAsync(GuestBookingRequest request)
    {
        var since = time.GetUtcNow() - ClockDifference;
        var times = (request.OccurrenceStart, request.OccurrenceEnd);
        var result = await AtDeskAsync(
            new WantedPlace(SlotPlace.Of(request)),
            () => attempts.SendAsync(
                new Wanted(request.SignedIn, request.Attempt, AttemptSubject.Booking(request.Service, request.OccurrenceStart)),
                () => v6.CreateGuestBookingAsync(key.Tenant, request.ToV6()),
                booking => booking.Id,
                () => look.MadeAsync(request.SignedIn!, request.Service, times, createdAt => createdAt >= since),
                others: () => desk.Holds.Select(hold => hold.BookingId).OfType<string>()),
            booking => booking.ToBooking(Clock, Currency, times),
            booking => booking.Id);
        if (request.SignedIn is { Customer.Key: var customer })
        {
            var bookings = grains.GetGrain<ICustomerBookingsGrain>(customer.ToString());
            await Aftermath.TryAsync(log, () => result.IsDone || result.IsUnknown ? bookings.BookedAsync(result.Value) : bookings.DropAsync());
        }

        return result;
    }

    public async Task<MutationResult<BookingDetail>> MoveAsync(SlotMove move)
    {
        var (request, before) = (move.Request, move.Before);
        var asked = (request.OccurrenceStart, request.OccurrenceEnd);
        var body = new V6RescheduleRequest(request.OccurrenceStart, request.OccurrenceEnd, request.Staff?.Value, request.Resource?.Value);
        var (customer, shown) = (request.Caller.Customer!.Key, MovedBooking.Shown(before));
        return await AtDeskAsync(
            new WantedPlace(SlotPlace.Of(request), before.Id, before.StartsAt),
            async () =>
            {
                // Whoever looks later must know where it was: afterwards v6 does not tell.
                var attempt = await attempts.BeginAsync(customer, new Wanted(request.Caller, request.Attempt, AttemptSubject.Move(request.Booking)), [shown]);
                var sent = await tokens.SendAsync(request.Caller, token => v6.RescheduleBookingAsync(key.Tenant, token, request.Booking, body));
                if (sent.HasNoResult() && (await look.AtAsync(request.Caller, request.Booking)).Value is { } now
                    && MovedBooking.IsThere(now.ToDetail(Clock, Currency, asked).Booking, shown, request.OccurrenceStart) is true)
                {
                    sent = new Sent<V6BookingDetail>.Done(now);
                }

                // That it is where it was proves nothing yet: v6 may still be at work on it.
                if (!sent.HasNoResult())
                {
                    await attempts.SettleAsync(customer, attempt, sent, moved => moved.Booking.Id);
                }

                return sent;
            },
            moved => moved.ToDetail(Clock, Currency, asked),
            moved => moved.Booking.Id);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (cache.IsWorthMoving(reason))
        {
            MigrateOnIdle();
        }

        return desk.TidyAsync();
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext) => cache.Leave(dehydrationContext);

    public void OnRehydrate(IRehydrationContext rehydrationContext) => cache.Arrive(rehydrationContext);

    public void Dispose() => broadcast.Dispose();

    private async Task<MutationResult<TOut>> AtDeskAsync<TIn, TOut>(
        WantedPlace wanted, Func<Task<Sent<TIn>>> send, Func<TIn, TOut> map, Func<TIn, string> idOf)
        where TIn : class
        where TOut : class
    {
        var hold = await desk.HoldAsync(wanted);
        if (store.HasRival)
        {
            // Two activations of one day: correct, but slow. This one ends, so that one is left.
            DeactivateOnIdle();
        }

        if (hold.Attempt is not { } attempt)
        {
            return hold.Failure is { } failure
                ? MutationResult<TOut>.Failed(new RefusedError(failure.Code, failure.Retryable, failure.RetryAfter))
                : MutationResult<TOut>.Failed(await SlotTakenAsync(wanted.Place));
        }

        Sent<TIn> sent = new Sent<TIn>.Unknown(new Failure(ErrorCodes.UnknownOutcome));
        var at = time.GetUtcNow();
        ImmutableArray<ChangeMark> changed = [];
        try
        {
            sent = await send();
        }
        finally
        {
            // What v6 is asked from now on has counted it, if it was made.
            at = time.GetUtcNow();
            changed = [DropAfter(sent)];
            await desk.SettleAsync(attempt, StateOf(sent), at, sent is Sent<TIn>.Done { Value: { } made } ? idOf(made) : null);
            broadcast.Changed(isKnown: !IsTaken(sent));
        }

        return IsTaken(sent)
            ? MutationResult<TOut>.Failed(await SlotTakenAsync(wanted.Place)) with { Changed = changed }
            : sent.ToResult(changed, map, refusal => refusal.ToBookingError(Clock));
    }

    // After a booking the slots that were read before are still good for those who come too late: the place is taken off them.
    private ChangeMark DropAfter<T>(Sent<T> sent)
        where T : class
    {
        if (sent is not Sent<T>.Done)
        {
            readings.Forget();
        }

        return Drop();
    }

    private static bool IsTaken<T>(Sent<T> sent)
        where T : class => sent is Sent<T>.Refused { Refusal.Code: V6Code.SlotNotAvailable or V6Code.BookingRaceConflict };

    private ChangeMark Drop() => cache.Drop(new CacheTag(CacheAreas.Slots));

    private static HoldState? StateOf<T>(Sent<T> sent)
        where T : class => sent switch
        {
            Sent<T>.Done => HoldState.Taken,
            Sent<T>.Unknown => HoldState.Unknown,
            _ => null,
        };

    private async Task<SlotTakenError> SlotTakenAsync(SlotPlace place) =>
        Alternatives.To(place.Start, (await readings.AroundAsync(place, again: false))?.Less(desk.Holds));

    private async Task<Fetched<SlotReading>> ReadAsync(SlotQuery query, CancellationToken cancellation)
    {
        var asked = time.GetUtcNow();
        var slots = await v6.ListSlotsAsync(key.Tenant, new V6SlotQuery(key.Service, key.Day, query.Staff, query.Resource), cancellation);
        var answered = time.GetUtcNow();
        var mapping = new SlotDayMapping(Clock, key.Day, Currency, query);
        return slots.Select(found => new SlotReading(mapping.Map(found, answered), asked, answered));
    }
}

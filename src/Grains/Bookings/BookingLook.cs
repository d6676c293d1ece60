using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth;
using Bff.Grains.Tenancy;
using Bff.Upstream.Bookings;

namespace Bff.Grains.Bookings;

/// <summary>How a mutation without a usable answer is resolved: by looking with the caller's own token, past every cache, never by sending again.</summary>
internal sealed class BookingLook(ICallerTokens tokens, IBookingsApi v6, TenantDirectory tenants)
{
    /// <summary>The booking as v6 has it now.</summary>
    public Task<Fetched<V6BookingDetail>> AtAsync(Caller caller, EntityId booking) =>
        tokens.AskAsync(caller, token => v6.GetBookingAsync(caller.Tenant, token, booking));

    /// <summary>
    /// The bookings of the caller's list that an attempt can have made: of that service and place, new, and still standing. A list without
    /// any proves nothing: v6 need not list what a guest has booked (notes Q2).
    /// </summary>
    /// <param name="caller">Whose list is looked through.</param>
    /// <param name="service">What was booked.</param>
    /// <param name="times">When.</param>
    /// <param name="isNew">Whether what was made then can be of the attempt.</param>
    public async Task<IReadOnlyList<V6Booking>> MadeAsync(
        Caller caller, EntityId service, (DateTimeOffset Start, DateTimeOffset End) times, Func<DateTimeOffset?, bool> isNew)
    {
        var list = await tokens.AskAsync(caller, token => v6.ListBookingsAsync(caller.Tenant, token));
        var (clock, currency) = (tenants.ClockOf(caller.Tenant), tenants.SettingsOf(caller.Tenant).Currency);
        return
        [
            .. (list.Value?.Items ?? [])
                .Where(found => !CancelledBooking.Is(found.Status) && found.ServiceId == service.Value && isNew(found.CreatedAt))
                .Where(found => found.ToBooking(clock, currency, times).StartsAt == times.Start),
        ];
    }
}

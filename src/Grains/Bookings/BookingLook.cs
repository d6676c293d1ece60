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
    // v6's clock need not be ours.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(30);

    /// <summary>The booking as v6 has it now.</summary>
    public Task<Fetched<V6BookingDetail>> AtAsync(Caller caller, EntityId booking) =>
        tokens.AskAsync(caller, token => v6.GetBookingAsync(caller.Tenant, token, booking));

    /// <summary>
    /// The booking that an attempt has made, if the caller's list shows exactly one that it can be: of that service and place, made since
    /// then, still standing, and of no other attempt. A list without it proves nothing: v6 need not list what a guest has booked (notes Q2).
    /// </summary>
    /// <param name="caller">Whose list is looked through; without one there is none.</param>
    /// <param name="service">What was booked.</param>
    /// <param name="times">When.</param>
    /// <param name="since">When v6 was asked.</param>
    /// <param name="others">Bookings that are known to be of other attempts.</param>
    public async Task<V6Booking?> MadeAsync(
        Caller? caller, EntityId service, (DateTimeOffset Start, DateTimeOffset End) times, DateTimeOffset since, IReadOnlyCollection<string?> others)
    {
        if (caller is null)
        {
            return null;
        }

        var list = await tokens.AskAsync(caller, token => v6.ListBookingsAsync(caller.Tenant, token));
        var (clock, currency) = (tenants.ClockOf(caller.Tenant), tenants.SettingsOf(caller.Tenant).Currency);
        var made = list.Value?.Items
            .Where(found => !CancelledBooking.Is(found.Status) && found.ServiceId == service.Value && found.CreatedAt >= since - ClockDifference && !others.Contains(found.Id))
            .Where(found => found.ToBooking(clock, currency, times).StartsAt == times.Start)
            .ToArray();
        return made is [var one] ? one : null;
    }
}

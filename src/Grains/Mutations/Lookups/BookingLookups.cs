using Bff.Contracts.Keys;
using Bff.Contracts.Mutations;
using Bff.Grains.Bookings;
using Bff.Grains.Tenancy;

namespace Bff.Grains.Mutations.Lookups;

/// <summary>
/// Looks through the customer's bookings for one new booking of that service and time. That none is there proves nothing: v6 need not list
/// what was booked without a token (notes Q2).
/// </summary>
internal sealed class CreatedBookingLookup(BookingLook look, TenantDirectory tenants) : OutcomeLookup<CreatedBookingClue>
{
    protected override async Task<Look> LookAsync(CreatedBookingClue clue, LookRequest request)
    {
        var made = await look.MadeAsync(request.Caller, EntityId.Parse(clue.Service), (clue.Start, clue.End), request.BegunAt, others: []);
        return made is null
            ? Look.CannotTell
            : Look.Happened(made.ToBooking(tenants.ClockOf(request.Caller.Tenant), tenants.SettingsOf(request.Caller.Tenant).Currency, (clue.Start, clue.End)));
    }
}

/// <summary>Whether the booking is cancelled by now.</summary>
internal sealed class CancelledBookingLookup(BookingLook look, TenantDirectory tenants) : OutcomeLookup<CancelledBookingClue>
{
    protected override async Task<Look> LookAsync(CancelledBookingClue clue, LookRequest request)
    {
        if ((await look.AtAsync(request.Caller, EntityId.Parse(clue.Booking))).Value is not { } booking)
        {
            return Look.CannotTell;
        }

        return Look.Of(CancelledBooking.Is(booking.Booking.Status), request, () => booking.ToDetail(tenants.ClockOf(request.Caller.Tenant), tenants.SettingsOf(request.Caller.Tenant).Currency));
    }
}

/// <summary>Whether the booking has its new times by now.</summary>
internal sealed class MovedBookingLookup(BookingLook look, TenantDirectory tenants) : OutcomeLookup<MovedBookingClue>
{
    protected override async Task<Look> LookAsync(MovedBookingClue clue, LookRequest request)
    {
        if ((await look.AtAsync(request.Caller, EntityId.Parse(clue.Booking))).Value is not { } booking)
        {
            return Look.CannotTell;
        }

        var detail = booking.ToDetail(tenants.ClockOf(request.Caller.Tenant), tenants.SettingsOf(request.Caller.Tenant).Currency, (clue.Start, clue.End));
        return Look.Of(detail.Booking.StartsAt == clue.Start && detail.Booking.EndsAt == clue.End, request, () => detail);
    }
}

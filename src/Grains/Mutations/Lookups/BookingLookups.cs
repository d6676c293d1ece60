using Bff.Contracts.Keys;
using Bff.Contracts.Mutations;
using Bff.Grains.Bookings;
using Bff.Grains.Mutations.Attempts;
using Bff.Grains.Tenancy;

namespace Bff.Grains.Mutations.Lookups;

/// <summary>
/// Looks through the customer's bookings for the new booking of that service and time that can be of no other attempt. That none is there
/// proves nothing: v6 need not list what was booked without a token (notes Q2).
/// </summary>
internal sealed class CreatedBookingLookup(BookingLook look, CustomerAttempts attempts, TenantDirectory tenants) : OutcomeLookup<CreatedBookingClue>
{
    protected override async Task<Look> LookAsync(CreatedBookingClue clue, LookRequest request)
    {
        var (tenant, times) = (request.Caller.Tenant, (clue.Start, clue.End));
        var found = await look.MadeAsync(request.Caller, EntityId.Parse(clue.Service), times, request.CanBeOf);
        var own = await attempts.ClaimAsync(request.Caller.Customer!.Key, request.Attempt, found.Select(booking => booking.Id));
        return found.FirstOrDefault(booking => own.Contains(booking.Id)) is { } made
            ? Look.Happened(made.ToBooking(tenants.ClockOf(tenant), tenants.SettingsOf(tenant).Currency, times))
            : Look.CannotTell;
    }
}

/// <summary>Whether the booking is cancelled by now.</summary>
internal sealed class CancelledBookingLookup(BookingLook look, TenantDirectory tenants) : OutcomeLookup<CancelledBookingClue>
{
    protected override async Task<Look> LookAsync(CancelledBookingClue clue, LookRequest request)
    {
        var booking = (await look.AtAsync(request.Caller, EntityId.Parse(clue.Booking))).Value
            ?.ToDetail(tenants.ClockOf(request.Caller.Tenant), tenants.SettingsOf(request.Caller.Tenant).Currency);
        return booking is null ? Look.CannotTell : Look.Of(CancelledBooking.Is(booking.Booking.Status), booking, request);
    }
}

/// <summary>Whether the booking has its new times by now, and had not before: where it was is known from the attempt.</summary>
internal sealed class MovedBookingLookup(BookingLook look, CustomerAttempts attempts, TenantDirectory tenants) : OutcomeLookup<MovedBookingClue>
{
    protected override async Task<Look> LookAsync(MovedBookingClue clue, LookRequest request)
    {
        if (await attempts.FindLatestAsync(request.Caller.Customer!.Key, request.Attempt) is not { Before: [var before, ..] }
            || (await look.AtAsync(request.Caller, EntityId.Parse(clue.Booking))).Value is not { } found)
        {
            return Look.CannotTell;
        }

        var booking = found.ToDetail(tenants.ClockOf(request.Caller.Tenant), tenants.SettingsOf(request.Caller.Tenant).Currency, (clue.Start, clue.End));
        return Look.Of(MovedBooking.IsThere(booking.Booking, before, clue.Start), booking, request);
    }
}

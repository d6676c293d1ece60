using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Grains.Mutations;
using Bff.Grains.Tenancy;
using Bff.Upstream.Bookings;
using Bff.Upstream.Http;

namespace Bff.Grains.Bookings;

internal static class GuestBookingMapping
{
    public static V6GuestBookingRequest ToV6(this GuestBookingRequest request) => new(
        request.Service.Value,
        request.OccurrenceStart,
        request.OccurrenceEnd,
        request.CustomerName,
        request.CustomerPhone,
        request.CustomerEmail,
        request.Staff?.Value,
        request.Resource?.Value);

    /// <summary>The reasons that only bookings have (notes §3); all others are common to every mutation.</summary>
    public static MutationError ToBookingError(this Refusal refusal, CompanyClock clock) => refusal.Code switch
    {
        V6Code.BookingCooldownActive => new CooldownError(
            refusal.Details.CooldownEndsAt ?? (refusal.Details.CooldownEndsOn is { } day ? clock.LenientlyAt(day, TimeOnly.MinValue) : null),
            refusal.Details.CooldownDays,
            refusal.Details.CooldownMessage),
        V6Code.BookingOnHand => new OnHandError(refusal.Details.ExistingBookingId, refusal.Details.ExistingBookingDate),
        V6Code.CancellationPastCutoff => new CutoffError(refusal.Details.CutoffHours),
        V6Code.CancellationDisabled => new NotAllowedError(),
        _ => refusal.ToError(),
    };
}

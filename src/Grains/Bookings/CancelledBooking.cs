using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;

namespace Bff.Grains.Bookings;

/// <summary>What a look at a booking says about a cancellation that got no answer.</summary>
internal static class CancelledBooking
{
    private static readonly string[] Words = ["cancelled", "canceled"];

    /// <param name="now">The booking, looked at afterwards.</param>
    /// <param name="before">The booking before; null when it could not be read.</param>
    public static MutationResult<BookingDetail> Seen(BookingDetail now, BookingDetail? before)
    {
        if (Words.Contains(now.Booking.Status, StringComparer.OrdinalIgnoreCase))
        {
            return MutationResult<BookingDetail>.Done(now);
        }

        return MutationResult<BookingDetail>.Failed(
            now.Booking.Status == before?.Booking.Status ? new BookingUnchangedError(now) : new UnknownOutcomeError(null));
    }
}

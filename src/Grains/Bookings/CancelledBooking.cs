using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;

namespace Bff.Grains.Bookings;

/// <summary>What a look at a booking says about a cancellation that got no answer.</summary>
internal static class CancelledBooking
{
    private static readonly string[] Words = ["cancelled", "canceled"];

    /// <summary>Whether this word of v6 says so; both spellings are seen.</summary>
    public static bool Is(string status) => Words.Contains(status, StringComparer.OrdinalIgnoreCase);

    /// <param name="now">The booking, looked at afterwards.</param>
    /// <param name="before">The booking before; null when it could not be read.</param>
    public static MutationResult<BookingDetail> Seen(BookingDetail now, BookingDetail? before)
    {
        if (Is(now.Booking.Status))
        {
            return MutationResult<BookingDetail>.Done(now);
        }

        return MutationResult<BookingDetail>.Failed(
            now.Booking.Status == before?.Booking.Status ? new BookingUnchangedError(now) : new UnknownOutcomeError(null));
    }
}

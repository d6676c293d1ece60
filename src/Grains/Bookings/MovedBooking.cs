using System.Globalization;
using Bff.Contracts.Bookings;

namespace Bff.Grains.Bookings;

/// <summary>What a look at a booking says about a move that got no answer.</summary>
internal static class MovedBooking
{
    /// <summary>What v6 shows of where a booking is.</summary>
    public static string Shown(Booking booking) => string.Create(CultureInfo.InvariantCulture, $"{booking.Date:yyyy-MM-dd} {booking.LocalStart:HH:mm:ss}");

    /// <summary>Whether it is where it was to be moved, or where it was; null when the look cannot tell.</summary>
    /// <param name="now">The booking, read with the wanted time as a hint.</param>
    /// <param name="before">What v6 showed of it before the move.</param>
    /// <param name="wanted">The wanted start.</param>
    public static bool? IsThere(Booking now, string before, DateTimeOffset wanted)
    {
        // v6 shows clock times. The two times of an hour that autumn repeats look alike, and so does another person at the same time.
        var looksTheSame = Shown(now) == before;
        return now.StartsAt == wanted ? (looksTheSame ? null : true) : (looksTheSame ? false : null);
    }
}

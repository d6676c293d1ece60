using Bff.Contracts.Bookings;

namespace Bff.Grains.Bookings;

/// <summary>What a look at a booking says about a move that got no answer.</summary>
internal static class MovedBooking
{
    /// <summary>Whether it is where it was to be moved; null when the look cannot tell.</summary>
    /// <param name="now">The booking, read with the wanted time as a hint.</param>
    /// <param name="before">The booking before the move.</param>
    /// <param name="wanted">The wanted start.</param>
    public static bool? IsThere(Booking now, Booking before, DateTimeOffset wanted)
    {
        // v6 shows clock times. The two times of an hour that autumn repeats look alike, and so does another person at the same time.
        var looksTheSame = now.Date == before.Date && now.LocalStart == before.LocalStart;
        return now.StartsAt == wanted ? (looksTheSame ? null : true) : (looksTheSame ? false : null);
    }
}

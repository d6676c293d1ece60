namespace Bff.Grains.Bookings;

/// <summary>What a booking says about its cancellation.</summary>
internal static class CancelledBooking
{
    private static readonly string[] Words = ["cancelled", "canceled"];

    /// <summary>Whether this word of v6 says so; both spellings are seen.</summary>
    public static bool Is(string status) => Words.Contains(status, StringComparer.OrdinalIgnoreCase);
}

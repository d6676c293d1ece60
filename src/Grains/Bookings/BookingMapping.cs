using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Grains.Tenancy;
using Bff.Upstream.Bookings;
using Bff.Upstream.Json;

namespace Bff.Grains.Bookings;

/// <summary>Where the oddities of v6's bookings stop.</summary>
internal static class BookingMapping
{
    /// <param name="booking">As v6 sent it.</param>
    /// <param name="clock">The company's wall clock.</param>
    /// <param name="tenantCurrency">Used where v6 left the currency out.</param>
    /// <param name="asked">The instants that were asked for: they tell which one is meant when the clock shows a time twice.</param>
    public static Booking ToBooking(this V6Booking booking, CompanyClock clock, string tenantCurrency, (DateTimeOffset Start, DateTimeOffset End)? asked = null)
    {
        var day = booking.Day ?? clock.DayOf(booking.Start.Instant ?? asked?.Start ?? booking.CreatedAt ?? default);
        var start = InstantOf(booking.Start, day, asked?.Start, clock);
        var end = booking.End.Clock is { } time && asked is null
            ? new SlotClock(clock, day).End(time, start)
            : InstantOf(booking.End, day, asked?.End, clock);
        return new Booking(
            booking.Id,
            booking.ServiceId,
            booking.ServiceName,
            booking.Status,
            day,
            start,
            end,
            booking.Start.Clock ?? TimeOnly.FromDateTime(start.DateTime),
            booking.End.Clock ?? TimeOnly.FromDateTime(end.DateTime),
            clock.TimeZone,
            new Money(booking.TotalPrice, booking.Currency ?? tenantCurrency),
            booking.CreatedAt);
    }

    private static DateTimeOffset InstantOf(V6Time time, DateOnly day, DateTimeOffset? asked, CompanyClock clock)
    {
        if (time.Instant is { } instant)
        {
            return clock.Localise(instant);
        }

        var shown = time.Clock!.Value;
        return asked is { } meant && TimeOnly.FromDateTime(clock.Localise(meant).DateTime) == shown
            ? clock.Localise(meant)
            : clock.LenientlyAt(day, shown);
    }
}

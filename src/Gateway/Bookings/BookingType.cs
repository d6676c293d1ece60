using Bff.Contracts.Bookings;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

internal sealed class BookingType : ObjectGraphType<Booking>
{
    public BookingType()
    {
        Name = "Booking";
        Description = "A booking. Source: v6 createGuestBooking, listBookings.";
        this.AddBookingFields(booking => booking);
    }
}

/// <summary>States of a booking that v6 documents. The set is open: what is new reads as <see cref="Unknown"/>.</summary>
internal enum BookingStatus
{
    Unknown,
    Draft,
    Pending,
    Confirmed,
    Cancelled,
    Completed,
    NoShow,
}

internal sealed class BookingStatusType : EnumerationGraphType<BookingStatus>
{
    public BookingStatusType()
    {
        Name = "BookingStatus";
        Description = "State of a booking. CANCELLED, COMPLETED and NO_SHOW are final; UNKNOWN is one that v6 has added since.";
    }
}

internal static class BookingStatuses
{
    public static BookingStatus Of(string status) => status.ToLowerInvariant() switch
    {
        "draft" => BookingStatus.Draft,
        "pending" => BookingStatus.Pending,
        "confirmed" => BookingStatus.Confirmed,
        "cancelled" => BookingStatus.Cancelled,
        "completed" => BookingStatus.Completed,
        "no_show" => BookingStatus.NoShow,
        _ => BookingStatus.Unknown,
    };
}

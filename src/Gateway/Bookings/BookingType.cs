using Bff.Contracts.Bookings;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

internal sealed class BookingType : ObjectGraphType<Booking>
{
    public BookingType()
    {
        Name = "Booking";
        Description = "A booking. Source: v6 createGuestBooking, listBookings.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Booking id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<IdGraphType>>("serviceId").Description("Booked service.").Resolve(c => c.Source.ServiceId);
        Field<NonNullGraphType<StringGraphType>>("serviceName").Description("Its name when the booking was made.").Resolve(c => c.Source.ServiceName);
        Field<NonNullGraphType<BookingStatusType>>("status").Description("State; UNKNOWN for one that this schema does not name, see statusText.").Resolve(c => BookingStatuses.Of(c.Source.Status));
        Field<NonNullGraphType<StringGraphType>>("statusText").Description("State as v6 writes it.").Resolve(c => c.Source.Status);
        Field<NonNullGraphType<LocalDateScalar>>("date").Description("Day on the company's calendar.").Resolve(c => c.Source.Date);
        Field<NonNullGraphType<DateTimeScalar>>("startsAt").Description("Start, with the company's offset.").Resolve(c => c.Source.StartsAt);
        Field<NonNullGraphType<DateTimeScalar>>("endsAt").Description("End, with the company's offset.").Resolve(c => c.Source.EndsAt);
        Field<NonNullGraphType<LocalTimeScalar>>("localStart").Description("Start on the company's clock.").Resolve(c => c.Source.LocalStart);
        Field<NonNullGraphType<LocalTimeScalar>>("localEnd").Description("End on the company's clock.").Resolve(c => c.Source.LocalEnd);
        Field<NonNullGraphType<TimeZoneScalar>>("timeZone").Description("The company's time zone.").Resolve(c => c.Source.TimeZone);
        Field<NonNullGraphType<MoneyType>>("totalPrice").Description("Amount due.").Resolve(c => c.Source.TotalPrice);
        Field<DateTimeScalar>("createdAt").Description("When it was made.").Resolve(c => c.Source.CreatedAt);
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

using Bff.Contracts.Bookings;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

/// <summary>The fields that a booking has in lists and by itself.</summary>
internal static class BookingFields
{
    public static void AddBookingFields<T>(this ObjectGraphType<T> type, Func<T, Booking> of)
    {
        type.Field<NonNullGraphType<IdGraphType>>("id").Description("Booking id.").Resolve(c => of(c.Source).Id);
        type.Field<NonNullGraphType<IdGraphType>>("serviceId").Description("Booked service.").Resolve(c => of(c.Source).ServiceId);
        type.Field<NonNullGraphType<StringGraphType>>("serviceName").Description("Its name when the booking was made.").Resolve(c => of(c.Source).ServiceName);
        type.Field<NonNullGraphType<BookingStatusType>>("status").Description("State; UNKNOWN for one that this schema does not name, see statusText.").Resolve(c => BookingStatuses.Of(of(c.Source).Status));
        type.Field<NonNullGraphType<StringGraphType>>("statusText").Description("State as v6 writes it.").Resolve(c => of(c.Source).Status);
        type.Field<NonNullGraphType<LocalDateScalar>>("date").Description("Day on the company's calendar.").Resolve(c => of(c.Source).Date);
        type.Field<NonNullGraphType<DateTimeScalar>>("startsAt").Description("Start, with the company's offset.").Resolve(c => of(c.Source).StartsAt);
        type.Field<NonNullGraphType<DateTimeScalar>>("endsAt").Description("End, with the company's offset.").Resolve(c => of(c.Source).EndsAt);
        type.Field<NonNullGraphType<LocalTimeScalar>>("localStart").Description("Start on the company's clock.").Resolve(c => of(c.Source).LocalStart);
        type.Field<NonNullGraphType<LocalTimeScalar>>("localEnd").Description("End on the company's clock.").Resolve(c => of(c.Source).LocalEnd);
        type.Field<NonNullGraphType<TimeZoneScalar>>("timeZone").Description("The company's time zone.").Resolve(c => of(c.Source).TimeZone);
        type.Field<NonNullGraphType<MoneyType>>("totalPrice").Description("Amount due.").Resolve(c => of(c.Source).TotalPrice);
        type.Field<DateTimeScalar>("createdAt").Description("When it was made.").Resolve(c => of(c.Source).CreatedAt);
    }
}

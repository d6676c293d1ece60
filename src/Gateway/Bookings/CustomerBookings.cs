using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Bookings;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

internal static class CustomerBookings
{
    /// <summary>Hangs the customer's bookings on the customer.</summary>
    public static void AddCustomerBookings(this ObjectGraphType<CustomerProfile> customer)
    {
        customer.Field<ListGraphType<NonNullGraphType<BookingType>>, ItemList<Booking>>("bookings")
            .Description("The customer's bookings. Source: v6 listBookings.")
            .Private()
            .Answers(async c =>
            {
                var caller = await c.Request().CustomerAsync();
                return await c.Request().BookingsOf(caller).GetBookingsAsync(caller);
            });
        customer.Field<BookingDetailType, BookingDetail>("booking")
            .Description("One of the customer's bookings; null when there is none. Source: v6 getBooking.")
            .Argument<NonNullGraphType<IdGraphType>>("id", "Booking id.")
            .Private()
            .Answers(async c =>
            {
                var caller = await c.Request().CustomerAsync();
                return await c.Request().BookingsOf(caller).GetBookingAsync(new BookingQuery(caller, c.GetId("id")));
            });
    }

    /// <summary>The owner of a signed-in caller's bookings.</summary>
    public static ICustomerBookingsGrain BookingsOf(this GraphContext request, Caller caller) =>
        request.Grains.GetGrain<ICustomerBookingsGrain>(caller.Customer!.Key.ToString());
}

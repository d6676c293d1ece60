using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Orleans.Concurrency;

namespace Bff.Contracts.Bookings;

/// <summary>
/// One activation is the bookings of one customer: it keeps them for seconds and forwards, one after the other, what the customer changes.
/// Key: <see cref="CustomerKey"/>.
/// </summary>
[GrainInterfaceType("customer-bookings")]
public interface ICustomerBookingsGrain : IGrainWithStringKey
{
    /// <summary>The customer's bookings. Source: v6 listBookings.</summary>
    [AlwaysInterleave, Alias("bookings")]
    Task<Answer<ItemList<Booking>>> GetBookingsAsync(Caller caller);

    /// <summary>One of them; absent when there is none, or not for this customer. Source: v6 getBooking.</summary>
    [AlwaysInterleave, Alias("booking")]
    Task<Answer<BookingDetail>> GetBookingAsync(BookingQuery query);

    /// <summary>Cancels a booking. Never sent twice. Source: v6 cancelBooking.</summary>
    [Alias("cancel")]
    Task<MutationResult<BookingDetail>> CancelAsync(CancelBookingRequest request);

    /// <summary>Moves a booking. Never sent twice. Source: v6 rescheduleBooking.</summary>
    [Alias("reschedule")]
    Task<MutationResult<BookingDetail>> RescheduleAsync(RescheduleBookingRequest request);

    /// <summary>Forgets what was kept: a booking of this customer was made elsewhere.</summary>
    [AlwaysInterleave, Alias("drop")]
    Task DropAsync();
}

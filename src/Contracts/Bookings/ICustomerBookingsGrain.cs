using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Live;
using Orleans.Concurrency;

namespace Bff.Contracts.Bookings;

/// <summary>
/// One activation is the bookings of one customer: it keeps them for seconds and forwards, one after the other, what the customer changes.
/// Who watches it is told <see cref="BookingLive"/>. Key: <see cref="CustomerKey"/>.
/// </summary>
[GrainInterfaceType("customer-bookings")]
public interface ICustomerBookingsGrain : ILiveGrain
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

    /// <summary>A booking of this customer was made elsewhere; null when nobody can tell. Forgets what was kept, and tells who watches.</summary>
    [AlwaysInterleave, Alias("booked")]
    Task BookedAsync(Booking? booking);

    /// <summary>Forgets what was kept.</summary>
    [AlwaysInterleave, Alias("drop")]
    Task DropAsync();
}

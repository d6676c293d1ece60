using Bff.Contracts.Answers;
using Orleans.Concurrency;

namespace Bff.Contracts.Bookings;

/// <summary>
/// One activation is one service on one day: it owns that day's availability for seconds and forwards, one after the other,
/// the bookings of that day. Key: <see cref="Keys.SlotDayKey"/>.
/// </summary>
[GrainInterfaceType("slot-day")]
public interface ISlotDayGrain : IGrainWithStringKey
{
    /// <summary>The slots of the day; absent when there is no such service. Source: v6 listServiceSlots, never with <c>createQuotes</c>.</summary>
    [AlwaysInterleave, Alias("slots")]
    Task<Answer<SlotDay>> GetSlotsAsync(SlotQuery query);

    /// <summary>Forgets what was kept: a booking of the day was cancelled or moved.</summary>
    [AlwaysInterleave, Alias("drop")]
    Task DropAsync();

    /// <summary>
    /// Books a place. Never sent twice: a reply that does not come is an <see cref="UnknownOutcomeError"/>. Source: v6 createGuestBooking.
    /// </summary>
    [Alias("book")]
    Task<MutationResult<Booking>> BookAsync(GuestBookingRequest request);
}

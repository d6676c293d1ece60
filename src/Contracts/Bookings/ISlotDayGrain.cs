using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Live;
using Orleans.Concurrency;

namespace Bff.Contracts.Bookings;

/// <summary>
/// One activation is one service on one day: it owns that day's availability for seconds, and all bookings of that day go through it.
/// Those of different places run side by side; of one place no more are under way than v6 has left. Who watches it is told
/// <see cref="SlotDayLive"/>. Key: <see cref="Keys.SlotDayKey"/>.
/// </summary>
[GrainInterfaceType("slot-day")]
public interface ISlotDayGrain : ILiveGrain
{
    /// <summary>The slots of the day; absent when there is no such service. Source: v6 listServiceSlots, never with <c>createQuotes</c>.</summary>
    [AlwaysInterleave, Alias("slots")]
    Task<Answer<SlotDay>> GetSlotsAsync(SlotQuery query);

    /// <summary>
    /// A customer has read a day near this one: reads the slots too, unless they are fresh or the tenant's calls have no permits to spare.
    /// Source: v6 listServiceSlots.
    /// </summary>
    [AlwaysInterleave, Alias("warm")]
    Task WarmAsync(SlotQuery query);

    /// <summary>Forgets what was kept: a booking of the day was cancelled or moved.</summary>
    [AlwaysInterleave, Alias("drop")]
    Task<ChangeMark> DropAsync();

    /// <summary>
    /// Books a place. Never sent twice: a reply that does not come is an <see cref="UnknownOutcomeError"/>. Source: v6 createGuestBooking.
    /// </summary>
    /// <remarks>Who is too late for a place that another booking holds or has just taken gets <see cref="SlotTakenError"/>, and v6 is not asked.</remarks>
    [AlwaysInterleave, Alias("book")]
    Task<MutationResult<Booking>> BookAsync(GuestBookingRequest request);

    /// <summary>
    /// Moves a booking to this day. When no usable answer comes, the booking is looked at: the result is the moved booking, or
    /// <see cref="UnknownOutcomeError"/>; that it is where it was proves nothing yet. Source: v6 rescheduleBooking.
    /// </summary>
    [AlwaysInterleave, Alias("move")]
    Task<MutationResult<BookingDetail>> MoveAsync(SlotMove move);
}

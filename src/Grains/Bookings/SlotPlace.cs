using Bff.Contracts.Bookings;

namespace Bff.Grains.Bookings;

/// <summary>What a booking takes of a day.</summary>
/// <param name="Start">Start of the slot.</param>
/// <param name="End">End of the slot.</param>
/// <param name="StaffId">Chosen person; null leaves it to v6.</param>
/// <param name="ResourceId">Chosen resource; null leaves it to v6.</param>
[GenerateSerializer, Immutable, Alias("bff.slot-place")]
internal sealed record SlotPlace(
    [property: Id(0)] DateTimeOffset Start,
    [property: Id(1)] DateTimeOffset End,
    [property: Id(2)] string? StaffId,
    [property: Id(3)] string? ResourceId)
{
    public static SlotPlace Of(GuestBookingRequest request) =>
        new(request.OccurrenceStart, request.OccurrenceEnd, request.Staff?.Value, request.Resource?.Value);

    public static SlotPlace Of(RescheduleBookingRequest request) =>
        new(request.OccurrenceStart, request.OccurrenceEnd, request.Staff?.Value, request.Resource?.Value);

    /// <summary>Whether the two take of the same places: one slot, and no different person or thing.</summary>
    public bool IsSharedWith(SlotPlace other) => Start == other.Start && CanMeet(other);

    /// <summary>Whether the two take of different slots that overlap; only v6 knows whether one leaves room for the other.</summary>
    public bool RunsInto(SlotPlace other) => Start != other.Start && Start < other.End && other.Start < End && CanMeet(other);

    private bool CanMeet(SlotPlace other) => Fits(StaffId, other.StaffId) && Fits(ResourceId, other.ResourceId);

    private static bool Fits(string? one, string? other) => one is null || other is null || one == other;
}

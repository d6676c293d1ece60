namespace Bff.Grains.Bookings;

/// <summary>How far a booking of this day has come.</summary>
internal enum HoldState
{
    /// <summary>v6 is being asked, or whoever asked it has died meanwhile.</summary>
    Sending,

    /// <summary>v6 has made the booking.</summary>
    Taken,

    /// <summary>v6 was asked and no usable answer came.</summary>
    Unknown,
}

/// <summary>An intent: a place that a booking holds from before v6 is asked until v6's own list of slots speaks for itself.</summary>
/// <param name="Attempt">The one call of v6 that it stands for.</param>
/// <param name="Place">What is held.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Since">When it was written, before v6 was asked.</param>
/// <param name="SettledAt">When the outcome was there; null while v6 is being asked.</param>
/// <param name="BookingId">The booking that was made, when v6 named it, or that is moved.</param>
[GenerateSerializer, Immutable, Alias("bff.slot-hold")]
internal sealed record SlotHold(
    [property: Id(0)] Guid Attempt,
    [property: Id(1)] SlotPlace Place,
    [property: Id(2)] HoldState State,
    [property: Id(3)] DateTimeOffset Since,
    [property: Id(4)] DateTimeOffset? SettledAt,
    [property: Id(5)] string? BookingId)
{
    /// <summary>The reading was over before v6 was asked: it cannot know of this one.</summary>
    public bool IsMissingFrom(SlotReading reading) => reading.Answered <= Since;

    /// <summary>The reading began after the booking was made: it has counted this one.</summary>
    public bool IsCountedIn(SlotReading reading) => State == HoldState.Taken && reading.Asked >= SettledAt;
}

/// <summary>What storage keeps of a day.</summary>
[GenerateSerializer, Alias("bff.stored-slot-holds")]
internal sealed class StoredSlotHolds
{
    /// <summary>The places held; never those whose time is over, so there are few.</summary>
    [Id(0)]
    public SlotHold[] Holds { get; set; } = [];
}

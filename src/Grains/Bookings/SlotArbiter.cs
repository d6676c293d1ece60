namespace Bff.Grains.Bookings;

/// <summary>
/// Decides whether v6 is asked for a place while other bookings of the day are under way. It refuses only what those certainly hold or
/// have just taken; everything else is v6's to refuse.
/// <list type="number">
/// <item>Rivals are the holds of the same slot. A booking that is moved is no rival of itself.</item>
/// <item>Without rivals there is nothing to count.</item>
/// <item>With rivals it takes the places that v6 says are left. When v6 cannot say, one is admitted after the other, and nobody beside a
/// hold whose outcome nobody knows.</item>
/// <item>A rival that v6 had not counted takes one of them. So does one with an unknown outcome, counted or not: the hold stays.</item>
/// <item>A rival that v6 may have counted or not is waited for; one that is settled by now asks for another look.</item>
/// <item>A booking under way of another slot that overlaps is waited for, never refused: v6's check is then made when that one is done.</item>
/// </list>
/// </summary>
/// <param name="holds">The holds whose time is not over.</param>
/// <param name="isUnderWay">Whether an attempt is being made by this activation now.</param>
internal sealed class SlotArbiter(IReadOnlyList<SlotHold> holds, Func<Guid, bool> isUnderWay)
{
    private static readonly SlotVerdict Admit = new SlotVerdict.Admit();
    private static readonly SlotVerdict Refuse = new SlotVerdict.Refuse();
    private static readonly SlotVerdict Read = new SlotVerdict.Read();

    /// <param name="wanted">The place, and what is moved to it.</param>
    /// <param name="reading">v6's slots, if they have been read.</param>
    /// <param name="canRead">They can be read, or read again.</param>
    public SlotVerdict Decide(WantedPlace wanted, SlotReading? reading, bool canRead)
    {
        // Step 1
        var rivals = holds.Where(hold => hold.Place.IsSharedWith(wanted.Place) && !wanted.IsHeldBy(hold)).ToArray();

        // Steps 2 to 5
        if (rivals.Length > 0 && AmongRivals(rivals, wanted, reading, canRead) is { } verdict)
        {
            return verdict;
        }

        // Step 6
        var neighbours = UnderWay(holds.Where(hold => hold.Place.RunsInto(wanted.Place)));
        return neighbours.Length > 0 ? new SlotVerdict.Wait(neighbours) : Admit;
    }

    private SlotVerdict? AmongRivals(SlotHold[] rivals, WantedPlace wanted, SlotReading? reading, bool canRead)
    {
        if (reading is null && canRead)
        {
            return Read;
        }

        var slots = reading?.SlotsOf(wanted.Place).ToArray() ?? [];
        if (slots.Length == 0)
        {
            return WithoutCount(rivals);
        }

        // Step 4
        var left = slots.Sum(slot => slot.RemainingCapacity) + (wanted.LeavesThisSlot ? 1 : 0);
        left -= rivals.Count(hold => hold.IsMissingFrom(reading!) || IsUnknown(hold));
        if (left <= 0)
        {
            return Refuse;
        }

        // Step 5
        var perhaps = rivals.Where(hold => !hold.IsMissingFrom(reading!) && !IsUnknown(hold) && !hold.IsCountedIn(reading!)).ToArray();
        if (left > perhaps.Length)
        {
            return null;
        }

        var underWay = UnderWay(perhaps);
        return underWay.Length > 0 ? new SlotVerdict.Wait(underWay) : canRead ? Read : Refuse;
    }

    // Step 3
    private SlotVerdict? WithoutCount(SlotHold[] rivals)
    {
        var underWay = UnderWay(rivals);
        return underWay.Length > 0 ? new SlotVerdict.Wait(underWay) : rivals.Any(IsUnknown) ? Refuse : null;
    }

    private Guid[] UnderWay(IEnumerable<SlotHold> some) => [.. some.Select(hold => hold.Attempt).Where(isUnderWay)];

    private bool IsUnknown(SlotHold hold) => hold.State != HoldState.Taken && !isUnderWay(hold.Attempt);
}

/// <summary>A place that somebody wants.</summary>
/// <param name="Place">The place.</param>
/// <param name="MovedBooking">The booking that is to be moved there; null for a new one.</param>
/// <param name="MovedFrom">Start of the slot that it leaves.</param>
internal sealed record WantedPlace(SlotPlace Place, string? MovedBooking = null, DateTimeOffset? MovedFrom = null)
{
    /// <summary>The moved booking takes a place of this very slot now, and v6 does not count it against itself.</summary>
    public bool LeavesThisSlot => MovedFrom == Place.Start;

    /// <summary>The hold is the moved booking's own.</summary>
    public bool IsHeldBy(SlotHold hold) => MovedBooking is not null && hold.BookingId == MovedBooking;
}

namespace Bff.Grains.Bookings;

/// <summary>How long a slot's place stays held, and what is read ahead. Section <c>Bookings</c>.</summary>
internal sealed class BookingOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Bookings";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>
    /// A place whose booking got no answer from v6, or whose silo died meanwhile, is kept from others for this long. Longer than
    /// <c>Upstream:WriteBudget</c>: until then v6 may be at it. Default 1 minute. 100 ms to 30 minutes.
    /// </summary>
    public TimeSpan HoldUnknownFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// For this long after a booking, others who want the same place are told without asking v6; afterwards v6 tells them. Default 30 s.
    /// 100 ms to 30 minutes.
    /// </summary>
    public TimeSpan JustTakenFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many of the following days are read ahead when a customer has read a day, while v6 has permits to spare for the tenant. Default 1.
    /// 0 (never) to 7.
    /// </summary>
    public int PrefetchDays { get; set; } = 1;

    /// <summary>Every setting that cannot work.</summary>
    public IEnumerable<string> Failures()
    {
        if (IsOut(HoldUnknownFor))
        {
            yield return $"{Section}:{nameof(HoldUnknownFor)} must be 00:00:00.1 to 00:30:00.";
        }

        if (IsOut(JustTakenFor))
        {
            yield return $"{Section}:{nameof(JustTakenFor)} must be 00:00:00.1 to 00:30:00.";
        }

        if (PrefetchDays is < 0 or > 7)
        {
            yield return $"{Section}:{nameof(PrefetchDays)} must be 0 to 7.";
        }
    }

    /// <summary>Whether a hold has had its time.</summary>
    /// <param name="hold">A hold that no attempt of this activation stands behind any more.</param>
    /// <param name="now">The time.</param>
    public bool IsOver(SlotHold hold, DateTimeOffset now) => hold is { State: HoldState.Taken, SettledAt: { } at }
        ? now - at > JustTakenFor
        : now - hold.Since > HoldUnknownFor;

    private static bool IsOut(TimeSpan time) => time < TimeSpan.FromMilliseconds(100) || time > Longest;
}

namespace Bff.Grains.Bookings;

/// <summary>What becomes of somebody who wants a place.</summary>
internal abstract record SlotVerdict
{
    private SlotVerdict()
    {
    }

    /// <summary>v6 may be asked.</summary>
    public sealed record Admit : SlotVerdict;

    /// <summary>Other bookings through this grain hold the place or have just taken it.</summary>
    public sealed record Refuse : SlotVerdict;

    /// <summary>It takes a look at v6's slots to tell.</summary>
    public sealed record Read : SlotVerdict;

    /// <summary>It takes the outcome of one of these attempts to tell.</summary>
    public sealed record Wait(IReadOnlyList<Guid> Attempts) : SlotVerdict;
}

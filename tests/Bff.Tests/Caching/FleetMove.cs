namespace Bff.Tests.Caching;

internal enum FleetMoveKind
{
    /// <summary>The caller reads through the gateway.</summary>
    Read,

    /// <summary>The caller changes the thing through the gateway.</summary>
    Write,

    /// <summary>One of the change notices under way arrives, not always the eldest.</summary>
    Deliver,

    /// <summary>One of the slow reads of the source comes back.</summary>
    LandUpstream,

    /// <summary>Three tenths of a second pass.</summary>
    Tick,

    /// <summary>The owner is lost with all that it knew; its successor's clock is off.</summary>
    MoveOwner,
}

internal readonly record struct FleetMove(FleetMoveKind Kind, int Caller, int Gateway, int Owner)
{
    public override string ToString() => $"{Kind}(c{Caller} g{Gateway} o{Owner})";
}

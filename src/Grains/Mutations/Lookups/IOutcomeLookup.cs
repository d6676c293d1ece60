using Bff.Contracts.Auth;
using Bff.Contracts.Bookings;
using Bff.Contracts.Mutations;

namespace Bff.Grains.Mutations.Lookups;

/// <summary>Finds out by reading what became of a mutation whose reply was lost.</summary>
internal interface IOutcomeLookup
{
    /// <summary>Whether this is the kind of clue it follows.</summary>
    bool Follows(OutcomeClue clue);

    /// <summary>Reads v6 anew, never a cache.</summary>
    Task<Look> LookAsync(OutcomeClue clue, LookRequest request);
}

/// <summary>Follows one kind of clue.</summary>
internal abstract class OutcomeLookup<TClue> : IOutcomeLookup
    where TClue : OutcomeClue
{
    public bool Follows(OutcomeClue clue) => clue is TClue;

    public Task<Look> LookAsync(OutcomeClue clue, LookRequest request) => LookAsync((TClue)clue, request);

    protected abstract Task<Look> LookAsync(TClue clue, LookRequest request);
}

/// <summary>How to look.</summary>
/// <param name="Caller">Whose things are read.</param>
/// <param name="Attempt">The try whose outcome is looked for.</param>
/// <param name="NotBefore">What is older by v6's clock is not of this attempt.</param>
/// <param name="NotAfter">What is younger by v6's clock is not of it either: v6 can no longer have been at work on it.</param>
/// <param name="IsSettled">So much time has passed that v6 can no longer be at work on it.</param>
internal sealed record LookRequest(Caller Caller, Guid Attempt, DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool IsSettled)
{
    /// <summary>v6 may have made it for this attempt.</summary>
    public bool CanBeOf(DateTimeOffset? createdAt) => createdAt >= NotBefore && createdAt <= NotAfter;
}

/// <summary>What a look has shown.</summary>
/// <param name="Outcome">What became of it; null when the look cannot tell.</param>
internal readonly record struct Look(ReceiptOutcome? Outcome)
{
    /// <summary>What was read proves neither.</summary>
    public static readonly Look CannotTell = new(null);

    /// <summary>What the state of a booking shows: when it is as it was, it will stay so once v6 can no longer be at work on the change.</summary>
    /// <param name="isChanged">Whether it is as wished, or as it was; null when that cannot be told.</param>
    /// <param name="booking">The booking as it is.</param>
    /// <param name="request">How it was looked.</param>
    public static Look Of(bool? isChanged, BookingDetail booking, LookRequest request) => isChanged switch
    {
        true => Happened(booking),
        false when request.IsSettled => new(new ReceiptOutcome(null, [new BookingUnchangedError(booking)])),
        _ => CannotTell,
    };

    /// <summary>It happened; the result is what the reply would have carried.</summary>
    public static Look Happened(object result) => new(new ReceiptOutcome(result, []));
}

using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
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
/// <param name="BegunAt">When the attempt began.</param>
/// <param name="NotBefore">What is older by v6's clock is not of this attempt.</param>
/// <param name="IsSettled">So much time has passed that v6 can no longer be at work on it.</param>
internal sealed record LookRequest(Caller Caller, DateTimeOffset BegunAt, DateTimeOffset NotBefore, bool IsSettled);

/// <summary>What a look has shown.</summary>
/// <param name="Outcome">What became of it; null when the look cannot tell.</param>
internal readonly record struct Look(ReceiptOutcome? Outcome)
{
    /// <summary>What was read proves neither.</summary>
    public static readonly Look CannotTell = new(null);

    /// <summary>It has not happened and will not: the caller may try again.</summary>
    public static readonly Look HasNotHappened = new(new ReceiptOutcome(null, [new RefusedError(ErrorCodes.UpstreamUnavailable, Retryable: true, RetryAfter: null)]));

    /// <summary>What the state of the changed thing shows: when it is not as wished, it will not be once v6 can no longer be at it.</summary>
    public static Look Of(bool isAsWished, LookRequest request, Func<object> result) =>
        isAsWished ? Happened(result()) : request.IsSettled ? HasNotHappened : CannotTell;

    /// <summary>It happened; the result is what the reply would have carried.</summary>
    public static Look Happened(object result) => new(new ReceiptOutcome(result, []));
}

using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Bookings;
using Bff.Contracts.Changes;

namespace Bff.Contracts.Mutations;

/// <summary>Asks to send a mutation.</summary>
/// <param name="Caller">On whose behalf: an earlier attempt may have to be looked at with its credential. Never stored.</param>
/// <param name="Attempt">Names this try of the gateway.</param>
/// <param name="Mutation">Name in the schema.</param>
/// <param name="Fingerprint">Hash of the mutation's name and its input, see the gateway's <c>InputFingerprint</c>.</param>
/// <param name="Clue">By what its outcome can be found in v6; null when it cannot.</param>
/// <param name="IsRecognised">v6 itself recognises the attempt when it is sent again (notes V24), so that a caller may try an unknown one again.</param>
/// <param name="Age">How long ago it was sent, for a receipt that is only made afterwards.</param>
[GenerateSerializer, Immutable, Alias("bff.receipt-request")]
public sealed record ReceiptRequest(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] Guid Attempt,
    [property: Id(2)] string Mutation,
    [property: Id(3)] string Fingerprint,
    [property: Id(4)] OutcomeClue? Clue,
    [property: Id(5)] bool IsRecognised,
    [property: Id(6)] TimeSpan Age)
{
    /// <summary>Names the type only: a clue tells what a person did.</summary>
    public override string ToString() => nameof(ReceiptRequest);
}

/// <summary>What a receipt says to an attempt.</summary>
public enum ReceiptVerdictKind
{
    /// <summary>Send it: the attempt is written down.</summary>
    Send,

    /// <summary>It was asked before: give this outcome and send nothing.</summary>
    Known,

    /// <summary>It is being asked right now: wait.</summary>
    Pending,

    /// <summary>Something else was asked by this key.</summary>
    Mismatch,

    /// <summary>Nothing can be written down now, so nothing may be sent.</summary>
    Unavailable,
}

/// <summary>What a receipt says to an attempt.</summary>
/// <param name="Kind">The verdict.</param>
/// <param name="Outcome">The known outcome.</param>
[GenerateSerializer, Immutable, Alias("bff.receipt-verdict")]
public sealed record ReceiptVerdict([property: Id(0)] ReceiptVerdictKind Kind, [property: Id(1)] ReceiptOutcome? Outcome = null);

/// <summary>What became of a mutation: the content of its <see cref="MutationResult{T}"/>, whatever its type.</summary>
/// <param name="Value">The result; null when there is none.</param>
/// <param name="Errors">Why there is none.</param>
[GenerateSerializer, Immutable, Alias("bff.receipt-outcome")]
public sealed record ReceiptOutcome([property: Id(0)] object? Value, [property: Id(1)] ImmutableArray<MutationError> Errors)
{
    /// <summary>What it made stale, so that a retry through another gateway reads nothing older either.</summary>
    [Id(2)]
    public ImmutableArray<ChangeMark> Changed { get; init; } = [];

    /// <summary>Nobody knows.</summary>
    public static readonly ReceiptOutcome Unknown = new(null, [new UnknownOutcomeError(null)]);

    /// <summary>What it comes to.</summary>
    public ReceiptStatus Status =>
        Value is not null ? ReceiptStatus.Done : Errors.Any(error => error is UnknownOutcomeError) ? ReceiptStatus.Unknown : ReceiptStatus.Rejected;

    /// <summary>
    /// Nothing was done, and the same or a corrected attempt may succeed: the key is free again. So it is with what was never sent, what v6
    /// refused for the moment, what v6 has lost on its way, and fields to be corrected.
    /// </summary>
    public bool FreesKey => Status is ReceiptStatus.Rejected
        && Errors.Any(error => error is ValidationError or RateLimitedError or RefusedError { Retryable: true } or BookingUnchangedError or NotAllowedError { Code: ErrorCodes.Unauthenticated });

    /// <summary>Names the type only: the value is a person's data.</summary>
    public override string ToString() => nameof(ReceiptOutcome);
}

/// <summary>What became of an attempt.</summary>
/// <param name="Caller">On whose behalf an unknown outcome is looked at. Never stored.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Outcome">What became of it.</param>
[GenerateSerializer, Immutable, Alias("bff.receipt-completion")]
public sealed record ReceiptCompletion([property: Id(0)] Caller Caller, [property: Id(1)] Guid Attempt, [property: Id(2)] ReceiptOutcome Outcome);

/// <summary>Asks what is known.</summary>
/// <param name="Caller">On whose behalf an unknown outcome is looked at.</param>
[GenerateSerializer, Immutable, Alias("bff.receipt-question")]
public sealed record ReceiptQuestion([property: Id(0)] Caller Caller);

using System.Collections.Immutable;
using Bff.Contracts.Answers;

namespace Bff.Contracts.Mutations;

/// <summary>What a mutation came to.</summary>
public enum ReceiptStatus
{
    /// <summary>It is being done, or the gateway that was doing it has died a moment ago.</summary>
    Pending,

    /// <summary>It happened.</summary>
    Done,

    /// <summary>It did not happen.</summary>
    Rejected,

    /// <summary>It may or may not have happened.</summary>
    Unknown,
}

/// <summary>What is known of a mutation that was asked before.</summary>
/// <param name="Mutation">Its name in the schema.</param>
/// <param name="Status">What it came to.</param>
/// <param name="Errors">Why it did not happen, or may not have.</param>
/// <param name="CreatedAt">When it was asked.</param>
/// <param name="ResolvedAt">When its outcome was known; null while it is not.</param>
[GenerateSerializer, Immutable, Alias("bff.mutation-receipt")]
public sealed record MutationReceipt(
    [property: Id(0)] string Mutation,
    [property: Id(1)] ReceiptStatus Status,
    [property: Id(2)] ImmutableArray<MutationError> Errors,
    [property: Id(3)] DateTimeOffset CreatedAt,
    [property: Id(4)] DateTimeOffset? ResolvedAt);

/// <summary>Something else was asked by this idempotency key before. Nothing was sent.</summary>
[GenerateSerializer, Immutable, Alias("bff.idempotency-mismatch-error")]
public sealed record IdempotencyMismatchError() : MutationError("IDEMPOTENCY_MISMATCH");

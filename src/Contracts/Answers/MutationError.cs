namespace Bff.Contracts.Answers;

/// <summary>An expected failure of a mutation. Each kind is one member of the payload's <c>errors</c> union in the schema.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/> or of the codes that v6 documents (notes §3).</param>
[GenerateSerializer, Immutable, Alias("bff.mutation-error")]
public abstract record MutationError([property: Id(0)] string Code);

/// <summary>A field of the input is missing or unusable; nothing was sent upstream unless v6 itself said so.</summary>
/// <param name="Field">Path of the field within <c>input</c>, dot-separated; empty when v6 did not say which.</param>
/// <param name="Reason">What is wrong with it, in our words.</param>
[GenerateSerializer, Immutable, Alias("bff.validation-error")]
public sealed record ValidationError([property: Id(0)] string Field, [property: Id(1)] string Reason) : MutationError("VALIDATION_ERROR");

/// <summary>What the mutation names does not exist, or not for this caller.</summary>
/// <param name="Field">The input field that names it, when it is known.</param>
[GenerateSerializer, Immutable, Alias("bff.not-found-error")]
public sealed record NotFoundError([property: Id(0)] string? Field) : MutationError(ErrorCodes.NotFound);

/// <summary>The caller or the merchant's policy does not allow it.</summary>
[GenerateSerializer, Immutable, Alias("bff.not-allowed-error")]
public sealed record NotAllowedError(string Code = ErrorCodes.Forbidden) : MutationError(Code);

/// <summary>Too many attempts or calls; nothing happened. Source: v6 RATE_LIMITED, or a limit of ours.</summary>
/// <param name="RetryAfter">How long to wait.</param>
[GenerateSerializer, Immutable, Alias("bff.rate-limited-error")]
public sealed record RateLimitedError([property: Id(0)] TimeSpan RetryAfter) : MutationError(ErrorCodes.RateLimited)
{
    /// <summary>Advised when nobody said how long to wait.</summary>
    public static TimeSpan UsualWait { get; } = TimeSpan.FromSeconds(1);
}

/// <summary>The present state of the thing does not allow it. Source: v6 CONFLICT, or any other 409.</summary>
[GenerateSerializer, Immutable, Alias("bff.conflict-error")]
public sealed record ConflictError() : MutationError(ErrorCodes.Conflict);

/// <summary>v6 knows no such tenant. Source: v6 TENANT_REQUIRED.</summary>
[GenerateSerializer, Immutable, Alias("bff.tenant-unknown-error")]
public sealed record TenantUnknownError() : MutationError(ErrorCodes.TenantUnknown);

/// <summary>A promotion that this would use is over. Source: v6 PROMOTION_EXPIRED.</summary>
[GenerateSerializer, Immutable, Alias("bff.promotion-expired-error")]
public sealed record PromotionExpiredError() : MutationError("PROMOTION_EXPIRED");

/// <summary>The call was refused without effect for a reason that has no member of its own.</summary>
/// <param name="Code">The masked code.</param>
/// <param name="Retryable">The same mutation may succeed later; sending it again is the caller's decision.</param>
/// <param name="RetryAfter">How long to wait before that, when it is known.</param>
[GenerateSerializer, Immutable, Alias("bff.refused-error")]
public sealed record RefusedError(string Code, [property: Id(0)] bool Retryable, [property: Id(1)] TimeSpan? RetryAfter) : MutationError(Code);

/// <summary>The mutation was sent and no usable answer came back: it may or may not have happened.</summary>
/// <param name="ReceiptKey">The key under which its receipt is kept; null in grains, which do not know it, and when none could be written.</param>
[GenerateSerializer, Immutable, Alias("bff.unknown-outcome-error")]
public sealed record UnknownOutcomeError([property: Id(0)] string? ReceiptKey) : MutationError(ErrorCodes.UnknownOutcome);

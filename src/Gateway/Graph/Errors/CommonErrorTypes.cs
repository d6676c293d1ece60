using Bff.Contracts.Answers;
using Bff.Contracts.Mutations;
using GraphQL.Types;

namespace Bff.Gateway.Graph.Errors;

internal sealed class ValidationErrorType : ErrorType<ValidationError>
{
    public ValidationErrorType()
        : base("A field of the input is missing or cannot be used. Nothing happened.")
    {
        Field<NonNullGraphType<StringGraphType>>("field").Description("Path of the field within input, dot-separated; empty when v6 did not say which.").Resolve(c => c.Source.Field);
        Field<NonNullGraphType<StringGraphType>>("reason").Description("What is wrong with it, in English.").Resolve(c => c.Source.Reason);
    }
}

internal sealed class NotFoundErrorType : ErrorType<NotFoundError>
{
    public NotFoundErrorType()
        : base("What the input names does not exist, or not for this caller. Nothing happened.") =>
        Field<StringGraphType>("field").Description("The input field that names it, when that is known.").Resolve(c => c.Source.Field);
}

internal sealed class NotAllowedErrorType() : ErrorType<NotAllowedError>("The caller, or the merchant's policy, does not allow it. Nothing happened.");

internal sealed class RateLimitedErrorType : ErrorType<RateLimitedError>
{
    public RateLimitedErrorType()
        : base("Too many attempts, or too many calls. Nothing happened. Source: v6 RATE_LIMITED, or a limit of this endpoint.") =>
        Field<NonNullGraphType<IntGraphType>>("retryAfterMs")
            .Description("How long to wait, in milliseconds.")
            .Resolve(c => (int)Math.Min(Math.Ceiling(c.Source.RetryAfter.TotalMilliseconds), int.MaxValue));
}

internal sealed class ConflictErrorType() : ErrorType<ConflictError>("The present state does not allow it. Nothing happened. Source: v6 CONFLICT.");

internal sealed class TenantUnknownErrorType() : ErrorType<TenantUnknownError>("There is no such tenant. Nothing happened. Source: v6 TENANT_REQUIRED.");

internal sealed class PromotionExpiredErrorType() : ErrorType<PromotionExpiredError>("A promotion that this would use is over. Nothing happened. Source: v6 PROMOTION_EXPIRED.");

internal sealed class RefusedErrorType : ErrorType<RefusedError>
{
    public RefusedErrorType()
        : base("It was refused for a reason that has no type of its own; decide by the code. This try did nothing; of an earlier one under the same idempotency key CLUSTER_UNAVAILABLE tells nothing: ask again by that key.")
    {
        Field<NonNullGraphType<BooleanGraphType>>("retryable").Description("The same mutation may succeed later.").Resolve(c => c.Source.Retryable);
        Field<IntGraphType>("retryAfterMs")
            .Description("How long to wait before that, in milliseconds, when it is known.")
            .Resolve(c => c.Source.RetryAfter is { } wait ? (int)Math.Min(wait.TotalMilliseconds, int.MaxValue) : null);
    }
}

internal sealed class UnknownOutcomeErrorType : ErrorType<UnknownOutcomeError>
{
    public UnknownOutcomeErrorType()
        : base("It was sent and no usable answer came back: it may or may not have happened. It is never sent again by itself.") =>
        Field<StringGraphType>("receiptKey")
            .Description("Ask mutationReceipt with this key for what became of it; null when no receipt could be written.")
            .Resolve(c => c.Source.ReceiptKey);
}

internal sealed class IdempotencyMismatchErrorType() : ErrorType<IdempotencyMismatchError>(
    "The idempotencyKey was used before for something else: another mutation, or another input. Nothing happened; take a new key.");

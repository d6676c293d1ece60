using Bff.Contracts.Answers;
using Bff.Contracts.Mutations;
using GraphQL.Types;

namespace Bff.Gateway.Graph.Errors;

internal sealed class ValidationErrorType : ErrorType<ValidationError>
{
    public ValidationErrorType()
        : base("A field of the input is missing or cannot be used. Nothing happened.")
    {
        Field<NonNullGraphType<StringGraphType>>("field").Description("Path of the field within input, dot-separated.").Resolve(c => c.Source.Field);
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

internal sealed class RefusedErrorType : ErrorType<RefusedError>
{
    public RefusedErrorType()
        : base("It was refused for a reason that has no type of its own; decide by the code. Nothing happened.")
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

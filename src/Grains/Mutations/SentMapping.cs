using Bff.Contracts.Answers;
using Bff.Upstream.Http;

namespace Bff.Grains.Mutations;

/// <summary>From what became of a v6 mutation to what its caller learns: the kinds of error that every mutation shares.</summary>
internal static class SentMapping
{
    /// <summary>A "no" of v6, by our own types.</summary>
    public static MutationError ToError(this Refusal refusal) => refusal switch
    {
        { Details.Fields: [var field, ..] } => new ValidationError(field.Field, "was not accepted."),
        { Code: V6Code.NotFound } or { Status: 404 } => new NotFoundError(null),
        { Code: V6Code.Forbidden } or { Status: 403 } => new NotAllowedError(),
        _ => new RefusedError(refusal.Failure.Code, refusal.Failure.Retryable, refusal.Failure.RetryAfter),
    };

    /// <summary>Every other end but success. A reply that came without its value is unknown too: nothing says what happened.</summary>
    public static MutationError ToError<T>(this Sent<T> sent)
        where T : class => sent switch
        {
            Sent<T>.Refused refused => refused.Refusal.ToError(),
            Sent<T>.NotSent notSent => new RefusedError(notSent.Failure.Code, notSent.Failure.Retryable, notSent.Failure.RetryAfter),
            _ => new UnknownOutcomeError(null),
        };
}

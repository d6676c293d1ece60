using Bff.Contracts.Answers;
using Bff.Upstream.Http;

namespace Bff.Grains.Mutations;

/// <summary>From what became of a v6 mutation to what its caller learns: the kinds of error that every mutation shares.</summary>
internal static class SentMapping
{
    /// <summary>A "no" of v6, by our own types; what v6's codes do not say, its status does. A reason that nobody knows stays behind.</summary>
    public static MutationError ToError(this Refusal refusal) => refusal switch
    {
        { Details.Fields: [var field, ..] } => new ValidationError(field.Field, "was not accepted."),
        { Code: V6Code.ValidationError } => new ValidationError("", "was not accepted; which field it is was not said."),
        { Code: V6Code.TenantRequired } => new TenantUnknownError(),
        { Code: V6Code.NotFound } or { Status: 404 } => new NotFoundError(null),
        { Code: V6Code.Unauthorized } or { Status: 401 } => new NotAllowedError(ErrorCodes.Unauthenticated),
        { Code: V6Code.Forbidden or V6Code.CancellationDisabled or V6Code.CancellationPastCutoff } or { Status: 403 } => new NotAllowedError(),
        { Code: V6Code.RateLimited } or { Status: 429 } => new RateLimitedError(refusal.Failure.RetryAfter ?? RateLimitedError.UsualWait),
        { Code: V6Code.PromotionExpired } => new PromotionExpiredError(),
        { Code: V6Code.Conflict } or { Status: 409 } => new ConflictError(),
        _ => new RefusedError(refusal.Failure.Code, refusal.Failure.Retryable, refusal.Failure.RetryAfter),
    };

    /// <summary>Why something was not even sent.</summary>
    public static MutationError ToError(this Failure failure) => failure.Code is ErrorCodes.RateLimited
        ? new RateLimitedError(failure.RetryAfter ?? RateLimitedError.UsualWait)
        : new RefusedError(failure.Code, failure.Retryable, failure.RetryAfter);

    /// <summary>Nobody knows what became of it. A reply that came without its value says no more than none.</summary>
    public static bool HasNoResult<T>(this Sent<T> sent)
        where T : class => sent is Sent<T>.Unknown or Sent<T>.Done { Value: null };

    /// <summary>Every other end but success. A reply that came without its value is unknown too: nothing says what happened.</summary>
    public static MutationError ToError<T>(this Sent<T> sent)
        where T : class => sent switch
        {
            Sent<T>.Refused refused => refused.Refusal.ToError(),
            Sent<T>.NotSent notSent => notSent.Failure.ToError(),
            _ => new UnknownOutcomeError(null),
        };
}

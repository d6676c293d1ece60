using Bff.Contracts.Answers;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Http;

/// <summary>Statuses and codes of v6 in our own codes (notes §3).</summary>
internal static class Verdicts
{
    /// <summary>What an answer that is no success means to the caller.</summary>
    public static Failure FailureOf(V6Operation operation, int status, V6Code code, TimeSpan? retryAfter) => (code, status) switch
    {
        (V6Code.TenantRequired, _) => new(operation.SendsTenant ? ErrorCodes.TenantUnknown : ErrorCodes.TenantRequired),
        (_, 401) => new(ErrorCodes.Unauthenticated),
        (_, 403) => new(ErrorCodes.Forbidden),
        (_, 404) => new(ErrorCodes.NotFound),
        (_, 408) => new(ErrorCodes.UpstreamTimeout, Retryable: true, retryAfter),
        (_, 409) => new(ErrorCodes.Conflict),
        (_, 429) => new(ErrorCodes.RateLimited, Retryable: true, retryAfter),
        (_, >= 400 and < 500) => new(ErrorCodes.Refused),
        (_, >= 500) => new(ErrorCodes.UpstreamUnavailable, Retryable: true, retryAfter),

        // 2xx with an error envelope, and redirects, which are not followed.
        (V6Code.Unauthorized, _) => new(ErrorCodes.Unauthenticated),
        (V6Code.Forbidden, _) => new(ErrorCodes.Forbidden),
        (V6Code.NotFound, _) => new(ErrorCodes.NotFound),
        (V6Code.RateLimited, _) => new(ErrorCodes.RateLimited, Retryable: true, retryAfter),
        (V6Code.Other or V6Code.InternalError, _) => new(ErrorCodes.UpstreamProtocol),
        _ => new(ErrorCodes.Refused),
    };

    /// <summary>
    /// The answer to a mutation proves that nothing was changed: a 4xx other than 408 (whoever sent it, the request was not carried out), or
    /// any answer whose envelope gives a known reason to refuse. 408, 5xx, redirects and unknown reasons prove nothing.
    /// </summary>
    public static bool ProvesRefusal(int status, V6Code code) =>
        status is >= 400 and < 500 and not 408 || code is not (V6Code.Other or V6Code.InternalError);
}

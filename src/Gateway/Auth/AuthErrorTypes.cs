using Bff.Contracts.Auth;
using Bff.Gateway.Graph.Errors;
using GraphQL.Types;

namespace Bff.Gateway.Auth;

internal sealed class OtpInvalidErrorType() : ErrorType<OtpInvalidError>(
    "The code is wrong, too old or used up, or nobody has this phone or e-mail address: which of them is not said. Source: v6 OTP_INVALID.");

internal sealed class RateLimitedErrorType : ErrorType<RateLimitedError>
{
    public RateLimitedErrorType()
        : base("Too many attempts. Nothing was sent.") =>
        Field<NonNullGraphType<IntGraphType>>("retryAfterMs")
            .Description("How long to wait, in milliseconds.")
            .Resolve(c => (int)Math.Min(Math.Ceiling(c.Source.RetryAfter.TotalMilliseconds), int.MaxValue));
}

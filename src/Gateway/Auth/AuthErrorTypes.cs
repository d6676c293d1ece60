using Bff.Contracts.Auth;
using Bff.Gateway.Graph.Errors;

namespace Bff.Gateway.Auth;

internal sealed class OtpInvalidErrorType() : ErrorType<OtpInvalidError>(
    "The code is wrong, too old or used up, or nobody has this phone or e-mail address: which of them is not said. Source: v6 OTP_INVALID.");

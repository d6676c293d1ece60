using Bff.Contracts.Answers;

namespace Bff.Contracts.Auth;

/// <summary>The code is wrong, too old or used, or the identity is not known: which of them is not said. Source: v6 OTP_INVALID.</summary>
[GenerateSerializer, Immutable, Alias("bff.otp-invalid-error")]
public sealed record OtpInvalidError() : MutationError("OTP_INVALID");

using Bff.Contracts.Answers;
using Orleans.Concurrency;

namespace Bff.Contracts.Auth;

/// <summary>
/// Signs customers of one tenant in, and new ones up. It holds no state of its own, so there may be several of it in each silo; what is
/// counted is counted by others. Key: <see cref="Keys.TenantId"/>.
/// </summary>
[GrainInterfaceType("sign-in")]
public interface ISignInGrain : IGrainWithStringKey
{
    /// <summary>
    /// Has a one-time code sent. Whether the identity is known shows neither in the answer nor in its timing. Source: v6 requestOtp.
    /// </summary>
    [AlwaysInterleave, Alias("request-otp")]
    Task<MutationResult<OtpSent>> RequestOtpAsync(OtpRequest request);

    /// <summary>
    /// Trades a code for a session under the key that came with it. A wrong code and an unknown identity look the same.
    /// Source: v6 verifyOtp.
    /// </summary>
    [AlwaysInterleave, Alias("verify-otp")]
    Task<MutationResult<SignedIn>> VerifyOtpAsync(OtpVerification request);

    /// <summary>Signs a new member up, and in when the tenant does that at once. Source: v6 registerMember.</summary>
    [AlwaysInterleave, Alias("register")]
    Task<MutationResult<SignedIn>> RegisterAsync(Registration request);
}

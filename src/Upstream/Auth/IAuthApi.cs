using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream.Http;

namespace Bff.Upstream.Auth;

/// <summary>Sign-in, sign-up and the life of a customer's token at v6.</summary>
internal interface IAuthApi
{
    /// <summary>How customers of the tenant sign in. Source: v6 getLoginChannel.</summary>
    Task<Fetched<V6LoginChannel>> GetLoginChannelAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>The tenant's sign-up form. Source: v6 getRegistrationForm.</summary>
    Task<Fetched<V6RegistrationForm>> GetRegistrationFormAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>Sends a one-time code; costs money. Source: v6 requestOtp.</summary>
    Task<Sent<V6OtpSent>> RequestOtpAsync(TenantId tenant, V6OtpRequest request, CancellationToken cancellationToken = default);

    /// <summary>Trades a one-time code for a session. A 401 here is about the code and ends no session. Source: v6 verifyOtp.</summary>
    Task<Sent<V6Session>> VerifyOtpAsync(TenantId tenant, V6OtpVerification request, CancellationToken cancellationToken = default);

    /// <summary>Signs a new member up. Source: v6 registerMember.</summary>
    Task<Sent<V6Registration>> RegisterMemberAsync(
        TenantId tenant, V6RegisterRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Whether v6 accepts the token now. A dead one is either found and not valid, or fails as unauthenticated. Source: v6 validateToken.
    /// </summary>
    Task<Fetched<V6TokenValidation>> ValidateTokenAsync(TenantId tenant, CustomerToken token, CancellationToken cancellationToken = default);

    /// <summary>Renews the token. Source: v6 refreshToken.</summary>
    Task<Sent<V6Session>> RefreshTokenAsync(TenantId tenant, CustomerToken token, CancellationToken cancellationToken = default);

    /// <summary>Ends the token. Source: v6 logout.</summary>
    Task<Sent<V6LogoutResult>> LogoutAsync(TenantId tenant, CustomerToken token, CancellationToken cancellationToken = default);
}

using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream.Http;
using Bff.Upstream.Json;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Auth;

internal sealed class AuthApi(UpstreamClient client) : IAuthApi
{
    public Task<Fetched<V6LoginChannel>> GetLoginChannelAsync(TenantId tenant, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetLoginChannel.Of(tenant), V6LoginChannel.Read, cancellationToken);

    public Task<Fetched<V6RegistrationForm>> GetRegistrationFormAsync(TenantId tenant, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetRegistrationForm.Of(tenant), V6RegistrationForm.Read, cancellationToken);

    public Task<Sent<V6OtpSent>> RequestOtpAsync(TenantId tenant, V6OtpRequest request, CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(request, V6RequestJson.Default.V6OtpRequest);
        return client.SendAsync(V6Operations.RequestOtp.Of(tenant).With(body), V6OtpSent.Read, cancellationToken);
    }

    public Task<Sent<V6Session>> VerifyOtpAsync(TenantId tenant, V6OtpVerification request, CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(request, V6RequestJson.Default.V6OtpVerification);
        return client.SendAsync(V6Operations.VerifyOtp.Of(tenant).With(body), V6Session.Read, cancellationToken);
    }

    public Task<Sent<V6Registration>> RegisterMemberAsync(TenantId tenant, V6RegisterRequest request, CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(request, V6RequestJson.Default.V6RegisterRequest);
        return client.SendAsync(V6Operations.RegisterMember.Of(tenant).With(body), V6Registration.Read, cancellationToken);
    }

    public Task<Fetched<V6TokenValidation>> ValidateTokenAsync(TenantId tenant, CustomerToken token, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.ValidateToken.Of(tenant).As(token), V6TokenValidation.Read, cancellationToken);

    public Task<Sent<V6Session>> RefreshTokenAsync(TenantId tenant, CustomerToken token, CancellationToken cancellationToken) =>
        client.SendAsync(V6Operations.RefreshToken.Of(tenant).As(token), V6Session.Read, cancellationToken);

    public Task<Sent<V6LogoutResult>> LogoutAsync(TenantId tenant, CustomerToken token, CancellationToken cancellationToken) =>
        client.SendAsync(V6Operations.Logout.Of(tenant).As(token), V6LogoutResult.Read, cancellationToken);
}

using System.Buffers.Text;
using System.Text.Json;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth.Storage;
using Bff.Upstream.Auth;
using Bff.Upstream.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Auth;

/// <summary>v6's answers about tokens, as decisions.</summary>
internal sealed partial class CustomerAuthority(
    IAuthApi v6, IOptions<SessionOptions> options, AuthTime time, ILogger<CustomerAuthority> logger) : ICustomerAuthority
{
    private static readonly TokenCheck Refused = new(null, null, null, null);

    public async Task<TokenCheck> CheckAsync(TenantId tenant, CustomerToken token)
    {
        // What cannot be a customer's JWT, or says itself that it has expired, is no question to v6.
        if (!JwtTime.TryReadExpiry(token, out var expiry) || expiry <= time.Now)
        {
            return Refused;
        }

        var answer = await v6.ValidateTokenAsync(tenant, token);
        return answer switch
        {
            { IsFound: true, Value: { Valid: true } verdict } when EntityId.TryParse(verdict.MemberUuid, out var customer) =>
                new TokenCheck(customer, verdict.MemberName, verdict.ExpiresAt ?? expiry, null),
            { IsFound: true, Value.Valid: false } => Refused,
            { Failure.Code: ErrorCodes.Unauthenticated or ErrorCodes.Forbidden } => Refused,
            _ => Refused with { Failure = answer.Failure ?? new Failure(ErrorCodes.UpstreamProtocol) },
        };
    }

    public async Task<Renewal> RenewAsync(CustomerKey customer, CustomerToken token)
    {
        var asked = time.Now;
        switch (await v6.RefreshTokenAsync(customer.Tenant, token))
        {
            case Sent<V6Session>.Done { Value: { } session } when (session.MemberUuid ?? customer.Customer.Value) == customer.Customer.Value:
                return new Renewal.Renewed(LeaseOf(session, asked));
            case Sent<V6Session>.Done { Value: not null }:
                LogOtherCustomer(customer.Tenant);
                return new Renewal.Refused();
            case Sent<V6Session>.Done:
                return new Renewal.Lost(new Failure(ErrorCodes.UpstreamProtocol, Retryable: true));
            case Sent<V6Session>.Refused { Refusal: { Status: 401 or 403 } or { Code: V6Code.Unauthorized or V6Code.Forbidden } }:
                return new Renewal.Refused();
            case Sent<V6Session>.Refused refused:
                return new Renewal.NotNow(refused.Refusal.Failure);
            case Sent<V6Session>.NotSent notSent:
                return new Renewal.NotNow(notSent.Failure);
            case Sent<V6Session>.Unknown unknown:
                return new Renewal.Lost(unknown.Cause);
            default:
                throw new InvalidOperationException("No such outcome.");
        }
    }

    public Task EndAsync(TenantId tenant, CustomerToken token) => v6.LogoutAsync(tenant, token);

    /// <summary>The token of a session that v6 gave just now, with its time.</summary>
    public TokenLease LeaseOf(V6Session session, DateTimeOffset asked)
    {
        var life = session.ExpiresInSeconds is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : options.Value.AssumedTokenLife;
        var ends = session.ExpiresInSeconds is null && JwtTime.TryReadExpiry(session.Token, out var expiry) && expiry > asked ? expiry : asked + life;
        return new TokenLease(session.Token, asked, ends);
    }

    [LoggerMessage(EventId = 2104, Level = LogLevel.Error, Message = "Audit: v6 renewed a session of {Tenant} for another customer; it has ended.")]
    private partial void LogOtherCustomer(TenantId tenant);
}

/// <summary>Reads the end of a JWT (RFC 7519 §4.1.4). Nothing else of it is looked at, and nothing of it is trusted: v6 decides.</summary>
internal static class JwtTime
{
    /// <summary>False when this is no JWT. One without <c>exp</c> ends never, as far as it says itself.</summary>
    public static bool TryReadExpiry(CustomerToken token, out DateTimeOffset expiry)
    {
        expiry = DateTimeOffset.MaxValue;
        var parts = token.Value.Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1]))
        {
            return false;
        }

        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            if (payload.RootElement.TryGetProperty("exp", out var exp))
            {
                expiry = DateTimeOffset.FromUnixTimeSeconds((long)exp.GetDouble());
            }

            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}

using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Auth;

/// <inheritdoc cref="ITokenVerdictGrain"/>
[GrainType("token-verdict")]
internal sealed class TokenVerdictGrain(ICustomerAuthority authority, IOptions<TokenVerdictOptions> options, TimeProvider time) : Grain, ITokenVerdictGrain
{
    private readonly SingleFlight<CredentialVerdict> _asking = new();
    private CredentialVerdict? _verdict;
    private DateTimeOffset _goodUntil;

    public Task<CredentialVerdict> ValidateAsync(CustomerToken token)
    {
        var key = this.GetPrimaryKeyString();
        var tenant = TenantId.Parse(key[..key.IndexOf('/', StringComparison.Ordinal)]);
        if (token.KeyAt(tenant) != key)
        {
            throw new ArgumentException("The token is not the one of the key.", nameof(token));
        }

        return _verdict is { } verdict && time.GetUtcNow() < _goodUntil
            ? Task.FromResult(verdict)
            : _asking.Join(() => AskAsync(tenant, token));
    }

    private async Task<CredentialVerdict> AskAsync(TenantId tenant, CustomerToken token)
    {
        var asked = time.GetUtcNow();
        var check = await authority.CheckAsync(tenant, token);
        if (check.Failure is { } failure)
        {
            return CredentialVerdict.Unknown(failure);
        }

        _goodUntil = asked + options.Value.KeepFor;
        _goodUntil = check.ExpiresAt < _goodUntil ? check.ExpiresAt.Value : _goodUntil;
        return _verdict = check.Customer is { } customer
            ? CredentialVerdict.Valid(new CustomerKey(tenant, customer), check.ExpiresAt)
            : CredentialVerdict.Dead;
    }
}

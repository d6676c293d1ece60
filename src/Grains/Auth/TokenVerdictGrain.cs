using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Auth;

/// <inheritdoc cref="ITokenVerdictGrain"/>
[GrainType("token-verdict"), CollectionAgeLimit(Minutes = 2)]
internal sealed class TokenVerdictGrain(ICustomerAuthority authority, IOptions<TokenVerdictOptions> options, AuthTime time) : Grain, ITokenVerdictGrain
{
    private readonly SingleFlight<CredentialVerdict> _asking = new();
    private (CredentialVerdict Verdict, CustomerProfile? Profile)? _known;
    private DateTimeOffset _goodUntil;

    public Task<CredentialVerdict> ValidateAsync(CustomerToken token)
    {
        var key = this.GetPrimaryKeyString();
        var tenant = TenantId.Parse(key[..key.IndexOf('/', StringComparison.Ordinal)]);
        if (token.KeyAt(tenant) != key)
        {
            throw new ArgumentException("The token is not the one of the key.", nameof(token));
        }

        return _known is { } known && time.Now < _goodUntil
            ? Task.FromResult(known.Verdict)
            : _asking.Join(() => AskAsync(tenant, token));
    }

    public async Task<CustomerProfile?> GetProfileAsync(CustomerToken token)
    {
        var verdict = await ValidateAsync(token);
        return verdict.IsValid ? _known?.Profile : null;
    }

    public async Task EndAsync(CustomerToken token)
    {
        var verdict = await ValidateAsync(token);
        (_known, _goodUntil) = ((CredentialVerdict.Dead, null), time.Now + options.Value.KeepFor);
        if (verdict is { IsValid: true, Customer.Tenant: var tenant })
        {
            await authority.EndAsync(tenant, token);
        }
    }

    private async Task<CredentialVerdict> AskAsync(TenantId tenant, CustomerToken token)
    {
        var asked = time.Now;
        var check = await authority.CheckAsync(tenant, token);
        if (check.Failure is { } failure)
        {
            return CredentialVerdict.Unknown(failure);
        }

        _goodUntil = asked + options.Value.KeepFor;
        _goodUntil = check.ExpiresAt < _goodUntil ? check.ExpiresAt.Value : _goodUntil;
        var customer = check.Customer is { } id ? new CustomerKey(tenant, id) : (CustomerKey?)null;
        var verdict = customer is { } key ? CredentialVerdict.Valid(key, check.ExpiresAt) : CredentialVerdict.Dead;
        _known = (verdict, customer is { } owner ? new CustomerProfile(owner, check.Name, null, null) : null);
        return verdict;
    }
}

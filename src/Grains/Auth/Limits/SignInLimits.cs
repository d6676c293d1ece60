using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth.Storage;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Auth.Limits;

/// <summary>
/// Counts attempts to sign in by address, identity and tenant. The address comes first: whoever is stopped by it uses up nothing of the
/// tenant's.
/// </summary>
internal sealed class SignInLimits(IGrainFactory grains, SessionProtector protector, IOptions<SignInLimitOptions> options)
{
    /// <summary>Before a code is sent. Null: go on; otherwise how long to wait.</summary>
    public Task<TimeSpan?> BeforeCodeAsync(TenantId tenant, Identity identity, string? address) => TakeAsync(
        (Address("code", address), options.Value.CodesPerAddress),
        (IdentityKey("code", tenant, identity), options.Value.CodesPerIdentity),
        ($"code/tenant/{tenant.Value}", options.Value.CodesPerTenant));

    /// <summary>Before a code is tried. Null: go on; otherwise how long to wait.</summary>
    public Task<TimeSpan?> BeforeTryAsync(TenantId tenant, Identity identity, string? address) => TakeAsync(
        (Address("try", address), options.Value.TriesPerAddress),
        (IdentityKey("try", tenant, identity), options.Value.TriesPerIdentity),
        ($"try/tenant/{tenant.Value}", options.Value.TriesPerTenant));

    /// <summary>Before a member is signed up. Null: go on; otherwise how long to wait.</summary>
    public Task<TimeSpan?> BeforeSignUpAsync(TenantId tenant, string? address) => TakeAsync(
        (Address("try", address), options.Value.TriesPerAddress),
        ($"try/tenant/{tenant.Value}", options.Value.TriesPerTenant));

    /// <summary>The code was right: the tries before it were honest ones.</summary>
    public Task ClearTriesAsync(TenantId tenant, Identity identity) =>
        grains.GetGrain<ISignInLimitGrain>(IdentityKey("try", tenant, identity)).ClearAsync();

    private async Task<TimeSpan?> TakeAsync(params (string Key, int Attempts)[] subjects)
    {
        foreach (var (key, attempts) in subjects)
        {
            if (await grains.GetGrain<ISignInLimitGrain>(key).TakeAsync(new SignInAllowance(attempts, options.Value.Within)) is { } wait)
            {
                return wait;
            }
        }

        return null;
    }

    // Callers without an address share one allowance: being unknown must not be a way round it.
    private string Address(string what, string? address) => $"{what}/address/{protector.Pseudonym(null, address ?? "")}";

    private string IdentityKey(string what, TenantId tenant, Identity identity) =>
        $"{what}/identity/{tenant.Value}/{protector.Pseudonym(tenant, identity.Phone ?? identity.Email?.ToLowerInvariant() ?? "")}";
}

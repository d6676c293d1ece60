using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Auth.Limits;

/// <summary>
/// Counts attempts to sign in by address, identity and tenant. The address comes first: whoever is stopped by it uses up nothing of the
/// tenant's.
/// </summary>
internal sealed partial class SignInLimits(
    IGrainFactory grains, SessionProtector protector, IOptions<SignInLimitOptions> options, ILogger<SignInLimits> logger)
{
    /// <summary>Before a code is sent. Null: go on; otherwise why not.</summary>
    public Task<MutationError?> BeforeCodeAsync(TenantId tenant, Identity identity, string? address) => TakeAsync(
        (Address("code", address), options.Value.CodesPerAddress),
        (IdentityKey("code", tenant, identity), options.Value.CodesPerIdentity),
        ($"code/tenant/{tenant.Value}", options.Value.CodesPerTenant));

    /// <summary>Before a code is tried. Null: go on; otherwise why not.</summary>
    public Task<MutationError?> BeforeTryAsync(TenantId tenant, Identity identity, string? address) => TakeAsync(
        (Address("try", address), options.Value.TriesPerAddress),
        (IdentityKey("try", tenant, identity), options.Value.TriesPerIdentity),
        ($"try/tenant/{tenant.Value}", options.Value.TriesPerTenant));

    /// <summary>
    /// Before a member is signed up. Null: go on; otherwise why not. Sign-ups with one phone or e-mail address are counted apart from
    /// codes: whoever signs somebody else up over and over must not keep that person from signing in.
    /// </summary>
    public Task<MutationError?> BeforeSignUpAsync(TenantId tenant, string? phone, string? email, string? address)
    {
        Identity?[] identities = [phone is null ? null : new(phone, null), email is null ? null : new(null, email)];
        return TakeAsync(
        [
            (Address("try", address), options.Value.TriesPerAddress),
            .. identities.OfType<Identity>().Select(identity => (IdentityKey("sign-up", tenant, identity), options.Value.TriesPerIdentity)),
            ($"try/tenant/{tenant.Value}", options.Value.TriesPerTenant),
        ]);
    }

    /// <summary>The code was right: the tries before it were honest ones.</summary>
    public Task ClearTriesAsync(TenantId tenant, Identity identity) =>
        grains.GetGrain<ISignInLimitGrain>(IdentityKey("try", tenant, identity)).ClearAsync();

    private async Task<MutationError?> TakeAsync(params (string Key, int Attempts)[] subjects)
    {
        try
        {
            foreach (var (key, attempts) in subjects)
            {
                if (await grains.GetGrain<ISignInLimitGrain>(key).TakeAsync(new SignInAllowance(attempts, options.Value.Within)) is { } wait)
                {
                    return new RateLimitedError(wait);
                }
            }

            return null;
        }
        catch (Exception exception)
        {
            // What cannot be counted is not allowed: otherwise whoever can bring the storage down could guess codes without end.
            LogNotCounted(exception.GetType().Name);
            return new RefusedError(ErrorCodes.ClusterUnavailable, Retryable: true, RetryAfter: null);
        }
    }

    [LoggerMessage(EventId = 2130, Level = LogLevel.Error, Message = "An attempt to sign in could not be counted ({Kind}) and was refused.")]
    private partial void LogNotCounted(string kind);

    // Callers without an address share one allowance: being unknown must not be a way round it.
    private string Address(string what, string? address) => $"{what}/address/{protector.Pseudonym(null, address ?? "")}";

    private string IdentityKey(string what, TenantId tenant, Identity identity) =>
        $"{what}/identity/{tenant.Value}/{protector.Pseudonym(tenant, identity.Phone ?? identity.Email?.ToLowerInvariant() ?? "")}";
}

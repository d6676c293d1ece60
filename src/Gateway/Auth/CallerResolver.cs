using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;

namespace Bff.Gateway.Auth;

/// <summary>Finds out what a presented credential is worth.</summary>
internal sealed partial class CallerResolver(CredentialVerdicts verdicts, ILogger<CallerResolver> logger)
{
    /// <summary>Asks the cluster. Never throws for anything that a client can send.</summary>
    public async Task<CallerResolution> ResolveAsync(TenantId tenant, PresentedCredential presented)
    {
        if (presented.Credential is not { } credential)
        {
            return new CallerResolution(Caller.Anonymous(tenant), CredentialMode.None, null);
        }

        var verdict = await verdicts.AskAsync(tenant, credential);
        if (verdict.IsValid)
        {
            return new CallerResolution(Caller.Of(verdict.Customer.Value, credential), presented.Mode, null);
        }

        if (verdict.State is CredentialState.OtherTenant)
        {
            LogOtherTenant(tenant, presented.Mode);
        }

        return new CallerResolution(Caller.Anonymous(tenant), presented.Mode, ProblemOf(verdict))
        {
            HasDeadCookie = presented.Mode is CredentialMode.Cookie && verdict.State is CredentialState.Dead,
        };
    }

    /// <summary>What the session has changed of late; nothing for any other credential, and nothing while nobody can tell.</summary>
    public async ValueTask<Fence> FenceOfAsync(TenantId tenant, PresentedCredential presented) =>
        presented.Credential is SessionCredential session ? (await verdicts.AskAsync(tenant, session)).Fence ?? Fence.None : Fence.None;

    /// <summary>For how long the verdict on a credential is still believed; zero when there is none.</summary>
    public TimeSpan BelievedFor(TenantId tenant, PresentedCredential presented) =>
        presented.Credential is { } credential ? verdicts.BelievedFor(tenant, credential) : TimeSpan.Zero;

    private static Failure ProblemOf(CredentialVerdict verdict) => verdict.State switch
    {
        CredentialState.OtherTenant => new Failure(ErrorCodes.Forbidden),
        CredentialState.Unknown => verdict.Failure ?? new Failure(ErrorCodes.Internal),
        _ => new Failure(ErrorCodes.Unauthenticated),
    };

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "Audit: a credential of another tenant was presented at {Tenant} ({Mode}) and refused.")]
    private partial void LogOtherTenant(TenantId tenant, CredentialMode mode);
}

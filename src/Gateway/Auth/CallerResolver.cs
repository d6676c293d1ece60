using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Gateway.Auth;

/// <inheritdoc cref="ICallerResolver"/>
internal sealed partial class CallerResolver(CredentialVerdicts verdicts, ILogger<CallerResolver> logger) : ICallerResolver
{
    public async ValueTask<CallerResolution> ResolveAsync(HttpContext http, TenantId tenant)
    {
        if (!PresentedCredential.TryRead(http.Request.Headers, out var presented))
        {
            var refusal = new Failure(ErrorCodes.CredentialInvalid);
            return new CallerResolution(Caller.Anonymous(tenant), CredentialMode.None, refusal, refusal) { HasDeadCookie = http.Request.Headers.Cookie.Count > 0 };
        }

        if (presented.Mode is CredentialMode.None)
        {
            return CallerResolution.Anonymous(tenant);
        }

        var credential = CredentialOf(presented);
        return Judge(tenant, presented.Mode, credential, await verdicts.AskAsync(tenant, credential));
    }

    private CallerResolution Judge(TenantId tenant, CredentialMode mode, Credential credential, CredentialVerdict verdict)
    {
        if (verdict.IsValid)
        {
            return new CallerResolution(Caller.Of(verdict.Customer.Value, credential), mode, null, null);
        }

        if (verdict.State is CredentialState.OtherTenant)
        {
            LogOtherTenant(tenant, mode);
        }

        var problem = verdict.State switch
        {
            CredentialState.OtherTenant => new Failure(ErrorCodes.Forbidden),
            CredentialState.Unknown => verdict.Failure ?? new Failure(ErrorCodes.Internal),
            _ => new Failure(ErrorCodes.Unauthenticated),
        };
        return new CallerResolution(Caller.Anonymous(tenant), mode, problem, null)
        {
            HasDeadCookie = mode is CredentialMode.Cookie && verdict.State is CredentialState.Dead,
        };
    }

    private static Credential CredentialOf(PresentedCredential presented) =>
        presented.Mode is CredentialMode.Token ? new TokenCredential(presented.Token) : new SessionCredential(presented.Session.Key);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "Audit: a credential of another tenant was presented at {Tenant} ({Mode}) and refused.")]
    private partial void LogOtherTenant(TenantId tenant, CredentialMode mode);
}

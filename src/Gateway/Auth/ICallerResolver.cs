using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Gateway.Auth;

/// <summary>Finds out on whose behalf a request is made. Asked once for each HTTP request, after its tenant is known.</summary>
internal interface ICallerResolver
{
    /// <summary>Reads cookie and <c>Authorization</c> and asks the cluster what they are worth. Never throws for anything that a client can send.</summary>
    ValueTask<CallerResolution> ResolveAsync(HttpContext http, TenantId tenant);
}

/// <summary>Who is calling.</summary>
/// <param name="Caller">The caller; anonymous when nothing was presented or what was presented is not good here.</param>
/// <param name="Mode">How a credential was presented.</param>
/// <param name="Problem">
/// Why a presented credential is not honoured; null when it is, or when there is none. Public fields are answered all the same;
/// a customer's own fields answer with this.
/// </param>
/// <param name="Refusal">The whole request must be refused with this: what was presented is malformed or contradicts itself.</param>
internal sealed record CallerResolution(Caller Caller, CredentialMode Mode, Failure? Problem, Failure? Refusal)
{
    /// <summary>Whether the cookie that came opens nothing and should be taken away. Another tenant's cookie is not ours to take.</summary>
    public bool HasDeadCookie { get; init; }

    /// <summary>Nothing was presented.</summary>
    public static CallerResolution Anonymous(TenantId tenant) => new(Caller.Anonymous(tenant), CredentialMode.None, null, null);
}

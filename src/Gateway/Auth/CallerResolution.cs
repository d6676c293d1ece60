using Bff.Contracts.Answers;
using Bff.Contracts.Auth;

namespace Bff.Gateway.Auth;

/// <summary>Who is calling.</summary>
/// <param name="Caller">The caller; anonymous when nothing was presented or what was presented is not good here.</param>
/// <param name="Mode">How a credential was presented.</param>
/// <param name="Problem">
/// Why a presented credential is not honoured; null when it is, or when there is none. Public fields are answered all the same;
/// a customer's own fields answer with this.
/// </param>
internal sealed record CallerResolution(Caller Caller, CredentialMode Mode, Failure? Problem)
{
    /// <summary>Whether the cookie that came opens nothing and should be taken away. Another tenant's cookie is not ours to take.</summary>
    public bool HasDeadCookie { get; init; }

    /// <summary>Why this caller may not have a customer's own things; null when it may.</summary>
    public Failure? Refusal => Caller.IsAnonymous ? Problem ?? new Failure(ErrorCodes.Unauthenticated) : null;

    /// <summary>Nobody can tell now whether the caller is signed in: to treat it as a stranger would be a guess.</summary>
    public bool IsUnknown => Problem is { Code: not (ErrorCodes.Unauthenticated or ErrorCodes.Forbidden) };
}

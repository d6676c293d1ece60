using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Mutations;
using GraphQL.Types;

namespace Bff.Gateway.Auth;

/// <summary>How a caller keeps its session.</summary>
internal enum SessionMode
{
    Cookie,
    Bearer,
}

internal sealed class SessionModeType : EnumerationGraphType
{
    public SessionModeType()
    {
        Name = "SessionMode";
        Description = "How a caller keeps its session.";
        Add("COOKIE", SessionMode.Cookie, "As a cookie that no script can read: browsers.");
        Add("BEARER", SessionMode.Bearer, "As a token in the reply, for Authorization: Bearer: native apps and servers.");
    }
}

/// <summary>Somebody who has just signed in, or up.</summary>
/// <param name="Customer">Who.</param>
/// <param name="SessionToken">The session id, when it was asked for as a bearer.</param>
internal sealed record NewSignIn(CustomerProfile Customer, string? SessionToken);

/// <summary>Makes a place for a new session and hands it to the caller.</summary>
internal static class SignInSeat
{
    /// <summary>
    /// Signs in at a new session id, never at one that was there before: an id that somebody planted is worth nothing after this
    /// (session fixation, OWASP ASVS 3.2.1). The session that the caller had until now ends.
    /// </summary>
    public static async ValueTask<MutationResult<NewSignIn>> TakeAsync(
        InputCheck check, SessionMode? mode, GraphContext request, Func<SessionSeat, Task<MutationResult<SignedIn>>> signIn)
    {
        var identity = request.Identity;
        var isBearer = mode is SessionMode.Bearer;
        check.Require(isBearer || identity.CookieResponse is not null, "sessionMode", "must be BEARER here: a cookie can only be set by an HTTP reply.");
        if (check.HasErrors)
        {
            return check.Failed<NewSignIn>();
        }

        var id = SessionId.New();
        var before = (await identity.ResolveAsync()).Caller.Customer?.Credential as SessionCredential;
        var result = await signIn(new SessionSeat(id.Key, before?.Session, identity.Device));
        if (!result.IsDone)
        {
            return MutationResult<NewSignIn>.Failed(result.Errors);
        }

        var customer = result.Value.Customer;
        if (!result.Value.HasSession)
        {
            return MutationResult<NewSignIn>.Done(new NewSignIn(customer, null));
        }

        var services = request.Services;
        if (before is not null)
        {
            services.GetRequiredService<CredentialVerdicts>().Forget(request.Tenant, before);
        }

        if (!isBearer && identity.CookieResponse is { } response)
        {
            services.GetRequiredService<SessionCookie>().Set(response, request.Tenant, id);
        }

        identity.Become(Caller.Of(customer.Key, new SessionCredential(id.Key)));
        return MutationResult<NewSignIn>.Done(new NewSignIn(customer, isBearer ? id.Secret : null));
    }
}

using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Mutations;
using GraphQL.Types;

namespace Bff.Gateway.Auth;

/// <summary>Input of <c>refreshSession</c>.</summary>
internal sealed record RefreshSessionInput(bool? OnlyIfDue) : IMutationInput;

/// <summary>Input of <c>logout</c>.</summary>
internal sealed record LogoutInput(SessionScope? Scope) : IMutationInput;

/// <summary>What a sign-out did.</summary>
/// <param name="Ended">How many sessions it ended.</param>
internal sealed record LoggedOut(int Ended);

internal sealed class SessionScopeType : EnumerationGraphType
{
    public SessionScopeType()
    {
        Name = "SessionScope";
        Description = "Some of the customer's sessions.";
        Add("THIS", SessionScope.This, "The one of this request.");
        Add("OTHERS", SessionScope.Others, "All but the one of this request.");
        Add("ALL", SessionScope.All, "All.");
    }
}

/// <summary>Renewing and ending sessions.</summary>
internal static partial class SessionMutations
{
    public static void AddSessions(this ObjectGraphType mutation)
    {
        mutation.AddMutation<RefreshSessionInput, SessionView>(
                "refreshSession", "Renews the customer's token at v6 now. Sessions renew themselves; this is for clients that want to be sure. Source: v6 refreshToken.")
            .Input(input => input.Field<BooleanGraphType>("onlyIfDue").Description("Count this as a use and leave the token alone while it is good. Default false."))
            .Result<SessionType>("session", "The session.", session => session)
            .Resolve((input, request) => AskAsync(request, () => RefreshAsync(input, request)));
        mutation.AddMutation<LogoutInput, LoggedOut>(
                "logout", "Ends sessions, here at once and then at v6. Ending what has ended is no error. Source: v6 logout.")
            .Input(input => input.Field<SessionScopeType>("scope").Description("Which; THIS when left out."))
            .Result<BooleanGraphType>("loggedOut", "Always true.", _ => true)
            .Result<IntGraphType>("endedSessions", "How many sessions this ended.", done => done.Ended)
            .Resolve((input, request) => AskAsync(request, () => LogoutAsync(input, request)));
    }

    // Whatever keeps the cluster from it (a silo that was lost, storage whose exceptions are unknown here): both may be asked again as they
    // are, so it is no unknown outcome. Until then a session counts as not ended, and the cookie stays.
    private static async ValueTask<MutationResult<T>> AskAsync<T>(GraphContext request, Func<ValueTask<MutationResult<T>>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (exception is not (FailureError or OperationCanceledException))
        {
            LogNotDone(request.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SessionMutations)), exception.GetType().Name);
            return MutationResult<T>.Failed(new Failure(ErrorCodes.ClusterUnavailable, Retryable: true).ToMutationError());
        }
    }

    private static async ValueTask<MutationResult<SessionView>> RefreshAsync(RefreshSessionInput input, GraphContext request)
    {
        var (caller, error) = await request.CustomerForMutationAsync();
        if (error is not null)
        {
            return MutationResult<SessionView>.Failed(error);
        }

        // A client that signs in by itself renews its token by itself: renewing it here would end the one that it holds.
        if (caller!.Customer!.Credential is not SessionCredential own)
        {
            return MutationResult<SessionView>.Failed(new NotAllowedError());
        }

        var failure = input.OnlyIfDue is true ? null : await request.Grains.GetGrain<ISessionGrain>(own.Session.Value).RefreshAsync(request.Tenant);
        return failure is null && await SessionReads.CurrentAsync(request) is { } session
            ? MutationResult<SessionView>.Done(session)
            : MutationResult<SessionView>.Failed((failure ?? new Failure(ErrorCodes.Unauthenticated)).ToMutationError());
    }

    private static async ValueTask<MutationResult<LoggedOut>> LogoutAsync(LogoutInput input, GraphContext request)
    {
        var scope = input.Scope ?? SessionScope.This;
        var resolution = await request.Identity.ResolveAsync();
        if (resolution.Refusal is { } refusal)
        {
            return scope is SessionScope.This && refusal.Code is ErrorCodes.Unauthenticated
                ? MutationResult<LoggedOut>.Done(new LoggedOut(0))
                : MutationResult<LoggedOut>.Failed(refusal.ToMutationError());
        }

        var customer = resolution.Caller.Customer!;
        var ended = await EndAsync(request, customer, scope);
        request.Services.GetRequiredService<CredentialVerdicts>().Forget(request.Tenant, customer.Credential);
        if (scope is not SessionScope.Others)
        {
            request.Identity.Become(Caller.Anonymous(request.Tenant));
            if (request.Identity is { Mode: CredentialMode.Cookie, CookieResponse: { } response })
            {
                request.Services.GetRequiredService<SessionCookie>().Remove(response, request.Tenant);
            }
        }

        return MutationResult<LoggedOut>.Done(new LoggedOut(ended));
    }

    private static async Task<int> EndAsync(GraphContext request, SignedInCustomer customer, SessionScope scope)
    {
        var sessions = request.Grains.GetGrain<ICustomerSessionsGrain>(customer.Key.ToString());
        if (customer.Credential is SessionCredential own)
        {
            return await sessions.EndAsync(new EndSessions(scope, own.Session, ByOperator: false));
        }

        // A v6 token of the client's own is in no list of ours: it is ended beside them.
        var ended = scope is SessionScope.This ? 0 : await sessions.EndAsync(new EndSessions(SessionScope.All, null, ByOperator: false));
        if (scope is SessionScope.Others || customer.Credential is not TokenCredential { Token: var token })
        {
            return ended;
        }

        await request.Grains.GetGrain<ITokenVerdictGrain>(token.KeyAt(request.Tenant)).EndAsync(token);
        return ended + 1;
    }

    [LoggerMessage(EventId = 2003, Level = LogLevel.Warning, Message = "The cluster could not renew or end a session ({Kind}).")]
    private static partial void LogNotDone(ILogger logger, string kind);
}

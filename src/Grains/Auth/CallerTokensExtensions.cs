using Bff.Contracts.Answers;
using Bff.Contracts.Auth;

namespace Bff.Grains.Auth;

/// <summary>A call to v6 on behalf of a customer.</summary>
internal static class CallerTokensExtensions
{
    /// <summary>
    /// Calls v6 with the caller's token; when v6 answers 401 the token is replaced and the call made once more. Good for mutations too:
    /// a 401 says that nothing was done, so the second call is the first one that counts. A 401 to the new token as well is v6's failure.
    /// </summary>
    /// <param name="tokens">Where tokens come from.</param>
    /// <param name="caller">A signed-in caller; for an anonymous one the failure says to sign in.</param>
    /// <param name="call">The call.</param>
    /// <param name="failed">Makes the result of a call that was not made.</param>
    /// <param name="isUnauthenticated">Whether v6 answered 401.</param>
    public static async Task<T> AskAsync<T>(
        this ICallerTokens tokens, Caller caller, Func<CustomerToken, Task<T>> call, Func<Failure, T> failed, Func<T, bool> isUnauthenticated)
    {
        var token = await tokens.GetAsync(caller);
        if (token.Failure is { } none)
        {
            return failed(none);
        }

        var answer = await call(token.Token);
        if (!isUnauthenticated(answer))
        {
            return answer;
        }

        var successor = await tokens.ReplaceAsync(caller, token.Token);
        if (successor.Failure is { } ended)
        {
            return failed(ended);
        }

        // Refused again: v6 gave the successor just now, so the session is alive and nobody has to sign in.
        var second = await call(successor.Token);
        return isUnauthenticated(second) ? failed(new Failure(ErrorCodes.UpstreamUnavailable, Retryable: true)) : second;
    }

    /// <summary>As the other, for a read.</summary>
    public static Task<Fetched<T>> AskAsync<T>(this ICallerTokens tokens, Caller caller, Func<CustomerToken, Task<Fetched<T>>> call)
        where T : class =>
        tokens.AskAsync(caller, call, Fetched<T>.Failed, answer => answer.Failure?.Code is ErrorCodes.Unauthenticated);

    /// <summary>
    /// As the other, for a read that also answers anonymous callers: they ask without a token. A session that has ended is not turned
    /// into an anonymous answer here; who calls is decided at the edge.
    /// </summary>
    public static Task<Fetched<T>> AskOptionalAsync<T>(this ICallerTokens tokens, Caller caller, Func<CustomerToken?, Task<Fetched<T>>> call)
        where T : class =>
        caller.IsAnonymous ? call(null) : tokens.AskAsync(caller, token => call(token));
}

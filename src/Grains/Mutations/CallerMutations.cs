using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Grains.Auth;
using Bff.Upstream.Http;

namespace Bff.Grains.Mutations;

/// <summary>Mutations on behalf of a caller, and their results.</summary>
internal static class CallerMutations
{
    /// <summary>Sends with the customer's token. A 401 says that nothing was done, so one more try with a new token is the first that counts.</summary>
    public static Task<Sent<T>> SendAsync<T>(this ICallerTokens tokens, Caller caller, Func<CustomerToken, Task<Sent<T>>> call)
        where T : class =>
        tokens.AskAsync(caller, call, failure => new Sent<T>.NotSent(failure), sent => sent is Sent<T>.Refused { Refusal.Status: 401 });

    /// <summary>As <see cref="SendAsync"/>; an anonymous caller sends without a token.</summary>
    public static Task<Sent<T>> SendOptionalAsync<T>(this ICallerTokens tokens, Caller caller, Func<CustomerToken?, Task<Sent<T>>> call)
        where T : class =>
        caller.IsAnonymous ? call(null) : tokens.SendAsync(caller, token => call(token));

    /// <summary>What the caller learns; a feature with errors of its own maps its refusals.</summary>
    public static MutationResult<TOut> ToResult<TIn, TOut>(this Sent<TIn> sent, Func<TIn, TOut> map, Func<Refusal, MutationError>? refused = null)
        where TIn : class
        where TOut : class => sent switch
        {
            Sent<TIn>.Done { Value: { } value } => MutationResult<TOut>.Done(map(value)),
            Sent<TIn>.Refused { Refusal: var refusal } when refused is not null => MutationResult<TOut>.Failed(refused(refusal)),
            _ => MutationResult<TOut>.Failed(sent.ToError()),
        };
}

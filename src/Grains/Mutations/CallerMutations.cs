using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
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
    /// <param name="sent">What became of it.</param>
    /// <param name="changed">What owners have dropped because of it (notes §4), whatever became of it; empty when it makes nothing stale.</param>
    /// <param name="map">From v6's result to ours.</param>
    /// <param name="refused">From v6's refusal to an error; the usual one when left out.</param>
    public static MutationResult<TOut> ToResult<TIn, TOut>(
        this Sent<TIn> sent, ImmutableArray<ChangeMark> changed, Func<TIn, TOut> map, Func<Refusal, MutationError>? refused = null)
        where TIn : class
        where TOut : class => sent switch
        {
            Sent<TIn>.Done { Value: { } value } => MutationResult<TOut>.Done(map(value)) with { Changed = changed },
            Sent<TIn>.Refused { Refusal: var refusal } when refused is not null => MutationResult<TOut>.Failed(refused(refusal)) with { Changed = changed },
            _ => MutationResult<TOut>.Failed(sent.ToError()) with { Changed = changed },
        };
}

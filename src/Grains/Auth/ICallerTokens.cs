using Bff.Contracts.Answers;
using Bff.Contracts.Auth;

namespace Bff.Grains.Auth;

/// <summary>
/// Gives the v6 token of a caller to code that is about to call v6. Only on the silo side: in the two session modes the token never
/// leaves it. Most callers want the calls of <see cref="CallerTokensExtensions"/>.
/// </summary>
internal interface ICallerTokens
{
    /// <summary>
    /// The caller's token, renewed when it is about to expire. <see cref="ErrorCodes.Unauthenticated"/> when the caller is anonymous or
    /// its session has ended; another, retryable failure when the token could not be had now.
    /// </summary>
    Task<TokenResult> GetAsync(Caller caller);

    /// <summary>
    /// v6 refused that token with 401: gives the one that somebody else has got meanwhile, or gets a new one. Whoever comes second gets
    /// the first one's. The session ends only when v6 refuses to renew it.
    /// </summary>
    Task<TokenResult> ReplaceAsync(Caller caller, CustomerToken refused);
}

/// <summary>A token, or why there is none.</summary>
/// <param name="Token">The token; default when there is none.</param>
/// <param name="Failure">Why there is none; null when there is one.</param>
[GenerateSerializer, Immutable, Alias("bff.token-result")]
internal readonly record struct TokenResult([property: Id(0)] CustomerToken Token, [property: Id(1)] Failure? Failure)
{
    /// <summary>The caller has to sign in.</summary>
    public static readonly TokenResult SignInNeeded = Failed(new Failure(ErrorCodes.Unauthenticated));

    /// <summary>There is a token.</summary>
    public bool IsFound => Failure is null;

    public static TokenResult Found(CustomerToken token) => new(token, null);

    public static TokenResult Failed(Failure failure) => new(default, failure);
}

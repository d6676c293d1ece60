using Bff.Contracts.Auth;

namespace Bff.Grains.Auth;

/// <inheritdoc cref="ICallerTokens"/>
internal sealed class CallerTokens(IGrainFactory grains) : ICallerTokens
{
    public Task<TokenResult> GetAsync(Caller caller) => caller.Customer?.Credential switch
    {
        SessionCredential session => grains.GetGrain<ISessionTokenGrain>(session.Session.Value).GetAsync(),
        TokenCredential own => Task.FromResult(TokenResult.Found(own.Token)),
        _ => Task.FromResult(TokenResult.SignInNeeded),
    };

    // A client that signs in by itself renews its token by itself: renewing it here would end the one that it holds.
    public Task<TokenResult> ReplaceAsync(Caller caller, CustomerToken refused) => caller.Customer?.Credential switch
    {
        SessionCredential session => grains.GetGrain<ISessionTokenGrain>(session.Session.Value).ReplaceAsync(refused),
        _ => Task.FromResult(TokenResult.SignInNeeded),
    };
}

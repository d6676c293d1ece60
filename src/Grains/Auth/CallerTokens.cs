using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Orleans.Runtime.Messaging;

namespace Bff.Grains.Auth;

/// <inheritdoc cref="ICallerTokens"/>
internal sealed class CallerTokens(IGrainFactory grains) : ICallerTokens
{
    public Task<TokenResult> GetAsync(Caller caller) => caller.Customer?.Credential switch
    {
        SessionCredential session => AskAsync(session, grain => grain.GetAsync()),
        TokenCredential own => Task.FromResult(TokenResult.Found(own.Token)),
        _ => Task.FromResult(TokenResult.SignInNeeded),
    };

    // A client that signs in by itself renews its token by itself: renewing it here would end the one that it holds.
    public Task<TokenResult> ReplaceAsync(Caller caller, CustomerToken refused) => caller.Customer?.Credential switch
    {
        SessionCredential session => AskAsync(session, grain => grain.ReplaceAsync(refused)),
        _ => Task.FromResult(TokenResult.SignInNeeded),
    };

    // The silo that holds the session may die meanwhile. To ask again is safe, because all who ask share one renewal; the session is
    // then on another silo.
    private async Task<TokenResult> AskAsync(SessionCredential session, Func<ISessionTokenGrain, Task<TokenResult>> ask)
    {
        var grain = grains.GetGrain<ISessionTokenGrain>(session.Session.Value);
        try
        {
            return await ask(grain);
        }
        catch (Exception exception) when (exception is SiloUnavailableException or OrleansMessageRejectionException or ConnectionFailedException)
        {
            return await AskOnceMoreAsync(ask, grain);
        }
        catch (TimeoutException)
        {
            return Unavailable;
        }
    }

    private static async Task<TokenResult> AskOnceMoreAsync(Func<ISessionTokenGrain, Task<TokenResult>> ask, ISessionTokenGrain grain)
    {
        try
        {
            return await ask(grain);
        }
        catch (Exception exception) when (
            exception is SiloUnavailableException or OrleansMessageRejectionException or ConnectionFailedException or TimeoutException)
        {
            return Unavailable;
        }
    }

    private static TokenResult Unavailable => TokenResult.Failed(new Failure(ErrorCodes.ClusterUnavailable, Retryable: true));
}

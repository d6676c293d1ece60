using Bff.Contracts.Auth;
using Orleans.Concurrency;

namespace Bff.Grains.Auth;

/// <summary>
/// The side of a session that only silos see: gateways do not have this interface, so no mistake there can ask for a token.
/// Key: <see cref="SessionKey"/>, as for <see cref="ISessionGrain"/>.
/// </summary>
[GrainInterfaceType("session-token")]
internal interface ISessionTokenGrain : IGrainWithStringKey
{
    /// <summary>A token that is good for now; renewed first when it is about to expire.</summary>
    [AlwaysInterleave, Alias("get")]
    Task<TokenResult> GetAsync();

    /// <summary>A token in place of one that v6 refused.</summary>
    [AlwaysInterleave, Alias("replace")]
    Task<TokenResult> ReplaceAsync(CustomerToken refused);
}

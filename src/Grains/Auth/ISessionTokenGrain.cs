using Bff.Contracts.Auth;
using Bff.Grains.Auth.Storage;
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

    /// <summary>Begins the session. Asked by <see cref="ICustomerSessionIndex"/> alone, which knows of it first.</summary>
    [Alias("open")]
    Task OpenAsync(NewSession session);

    /// <summary>Ends the session here, then tells v6.</summary>
    /// <returns>False when there was none, or when somebody else has ended it meanwhile. True also for one that no key opens.</returns>
    [AlwaysInterleave, Alias("end")]
    Task<bool> EndAsync();
}

/// <summary>The side of a customer's list of sessions that only silos see. Key: <see cref="CustomerKey"/>.</summary>
[GrainInterfaceType("customer-session-index")]
internal interface ICustomerSessionIndex : IGrainWithStringKey
{
    /// <summary>Writes the session down, then begins it.</summary>
    [Alias("open")]
    Task OpenAsync(NewSession session);
}

/// <summary>A customer who has just signed in.</summary>
/// <param name="Customer">Who.</param>
/// <param name="Token">The v6 token.</param>
/// <param name="Seat">Where the session is to be.</param>
[GenerateSerializer, Immutable, Alias("bff.new-session")]
internal sealed record NewSession([property: Id(0)] CustomerProfile Customer, [property: Id(1)] TokenLease Token, [property: Id(2)] SessionSeat Seat)
{
    /// <summary>Names the type only.</summary>
    public override string ToString() => nameof(NewSession);
}

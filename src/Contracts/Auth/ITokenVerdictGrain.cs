using Bff.Contracts.Cluster;
using Orleans.Concurrency;

namespace Bff.Contracts.Auth;

/// <summary>
/// One activation is what v6 said about one customer token of a client that signs in by itself, kept for seconds.
/// Key: <see cref="CustomerToken.KeyAt"/>, which does not hold the token.
/// </summary>
[GrainInterfaceType("token-verdict")]
public interface ITokenVerdictGrain : IGrainWithStringKey
{
    /// <summary>Whether v6 accepts the token at the tenant of the key; one question in flight for all who ask. Source: v6 validateToken.</summary>
    [AlwaysInterleave, Repeatable, Alias("validate")]
    Task<CredentialVerdict> ValidateAsync(CustomerToken token);

    /// <summary>Whose token it is; null when v6 does not accept it. v6 tells no more than the name. Source: v6 validateToken.</summary>
    [AlwaysInterleave, Repeatable, Alias("profile")]
    Task<CustomerProfile?> GetProfileAsync(CustomerToken token);

    /// <summary>Ends the token at v6, and here whatever v6 says. Source: v6 logout.</summary>
    [AlwaysInterleave, Alias("end")]
    Task EndAsync(CustomerToken token);
}

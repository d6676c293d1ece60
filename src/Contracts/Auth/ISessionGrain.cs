using Bff.Contracts.Keys;
using Orleans.Concurrency;

namespace Bff.Contracts.Auth;

/// <summary>
/// One activation is one session: who has signed in, on what device, and (out of a gateway's reach) the v6 token.
/// Key: <see cref="SessionKey"/>.
/// </summary>
[GrainInterfaceType("session")]
public interface ISessionGrain : IGrainWithStringKey
{
    /// <summary>Whether the session is good at this tenant now. Counts as a use of it.</summary>
    [AlwaysInterleave, Alias("validate")]
    Task<CredentialVerdict> ValidateAsync(TenantId tenant);
}

using Bff.Contracts.Cluster;
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
    [AlwaysInterleave, Repeatable, Alias("validate")]
    Task<CredentialVerdict> ValidateAsync(TenantId tenant);

    /// <summary>
    /// As <see cref="ValidateAsync"/>, for a gateway that will believe the verdict for a while. What the session has changed comes with it.
    /// </summary>
    [AlwaysInterleave, Repeatable, Alias("admit")]
    Task<CredentialVerdict> AdmitAsync(SessionAdmission admission);

    /// <summary>
    /// The session has changed something. When it returns, that is stored, and no other gateway still believes a verdict that says nothing of it.
    /// </summary>
    [AlwaysInterleave, Repeatable, Alias("changed")]
    Task ChangedAsync(SessionChange change);

    /// <summary>Who has signed in; null when the session is not good at this tenant.</summary>
    [AlwaysInterleave, Repeatable, Alias("details")]
    Task<SessionDetails?> GetDetailsAsync(TenantId tenant);

    /// <summary>Renews the v6 token now, whatever is left of its life; one renewal in flight for all who ask. Source: v6 refreshToken.</summary>
    /// <returns>Null when the session has a renewed token; otherwise why not.</returns>
    [AlwaysInterleave, Alias("refresh")]
    Task<Answers.Failure?> RefreshAsync(TenantId tenant);
}

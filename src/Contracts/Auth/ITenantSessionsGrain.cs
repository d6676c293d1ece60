using Orleans.Concurrency;

namespace Bff.Contracts.Auth;

/// <summary>
/// One activation is the session epoch of one tenant: a session opened in an earlier epoch is no longer good.
/// Key: <see cref="Keys.TenantId"/>.
/// </summary>
[GrainInterfaceType("tenant-sessions")]
public interface ITenantSessionsGrain : IGrainWithStringKey
{
    /// <summary>The present epoch: 0 until the first revocation, then the moment of the last one in Unix milliseconds.</summary>
    [AlwaysInterleave, Alias("epoch")]
    Task<long> GetEpochAsync();

    /// <summary>Ends every session of the tenant by beginning a new epoch. The same request again does nothing.</summary>
    /// <returns>The present epoch.</returns>
    [Alias("end-all")]
    Task<long> EndAllAsync(TenantRevocation revocation);
}

/// <summary>An operator's order to end all sessions of a tenant.</summary>
/// <param name="Id">The operator's own id of the order, so that it can be sent again safely; 1–128 characters.</param>
[GenerateSerializer, Immutable, Alias("bff.tenant-revocation")]
public sealed record TenantRevocation([property: Id(0)] string Id);

using System.Collections.Concurrent;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Grains.Auth;

/// <summary>
/// The session epochs of tenants as this silo last heard them, at most a quarter of a second ago: asked once for all sessions of a
/// tenant instead of once for each.
/// </summary>
internal sealed class TenantEpochs(IGrainFactory grains, TimeProvider time)
{
    /// <summary>How long what was heard is believed.</summary>
    public static readonly TimeSpan KeepFor = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<TenantId, Heard> _heard = new();

    /// <summary>The tenant's epoch.</summary>
    public Task<long> CurrentAsync(TenantId tenant)
    {
        if (_heard.TryGetValue(tenant, out var heard) && time.GetElapsedTime(heard.AskedAt) < KeepFor && !heard.Epoch.IsFaulted)
        {
            return heard.Epoch;
        }

        var asked = new Heard(grains.GetGrain<ITenantSessionsGrain>(tenant.Value).GetEpochAsync(), time.GetTimestamp());
        _heard[tenant] = asked;
        return asked.Epoch;
    }

    private sealed record Heard(Task<long> Epoch, long AskedAt);
}

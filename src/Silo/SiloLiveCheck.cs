using Bff.Contracts.Cluster;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bff.Silo;

/// <summary>
/// Alive while this silo still runs grains: a blocked scheduler answers no probe, and only a restart helps. While joining or
/// draining it runs none and is alive all the same; that is what the startup and readiness probes are for.
/// </summary>
internal sealed class SiloLiveCheck(ISiloStatusOracle membership, IGrainFactory grains, TimeProvider time) : IHealthCheck
{
    // Below the probe's own timeout in k8s/, so that the answer is ours.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (membership.CurrentStatus != SiloStatus.Active)
        {
            return HealthCheckResult.Healthy();
        }

        try
        {
            await grains.GetGrain<ISiloProbeGrain>(0).PingAsync().WaitAsync(Patience, time, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (TimeoutException)
        {
            return new(context.Registration.FailureStatus, "The silo runs no grains.");
        }
    }
}

using Bff.Contracts.Cluster;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bff.Gateway.Cluster;

/// <summary>
/// Ready while some silo answers. It asks rather than watches connections: those open on demand, and a gateway without
/// requests would never see the silos come back. v6 is not asked.
/// </summary>
internal sealed class ClusterReadyCheck(IClusterClient cluster, TimeProvider time) : IHealthCheck
{
    // Below the probe's own timeout in k8s/, so that the answer is ours.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await cluster.GetGrain<ISiloProbeGrain>(0).PingAsync().WaitAsync(Patience, time, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is TimeoutException or OrleansException or InvalidOperationException)
        {
            return new(context.Registration.FailureStatus, "No silo answers.");
        }
    }
}

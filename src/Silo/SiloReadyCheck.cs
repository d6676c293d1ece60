using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bff.Silo;

/// <summary>Ready while this silo is an active member of the cluster: not while joining, not while draining. v6 is not asked.</summary>
internal sealed class SiloReadyCheck(ISiloStatusOracle membership) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(membership.CurrentStatus == SiloStatus.Active
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus, $"The silo is {membership.CurrentStatus}."));
}

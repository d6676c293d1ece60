using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bff.ServiceDefaults.WarmUp;

/// <summary>Not ready before the warm-up has ended: who comes first shall not be the one who waits for the compiler.</summary>
internal sealed class WarmUpCheck(HostWarmUp warmUp) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(warmUp.IsDone ? HealthCheckResult.Healthy() : new HealthCheckResult(context.Registration.FailureStatus, "The host is warming up."));
}

using Bff.Contracts.Auth;
using Bff.Contracts.Cluster;
using Bff.Contracts.Keys;
using Bff.Gateway.Auth;
using Bff.ServiceDefaults.WarmUp;

namespace Bff.Gateway.WarmUp;

/// <summary>Calls of silos that v6 has no part in: the probe, and what a session is worth that nobody ever opened.</summary>
internal sealed class ClusterExercise(IClusterClient cluster, ClusterConnection connection) : IWarmUpExercise
{
    private static readonly TenantId Nobody = TenantId.Parse("warm-up");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await connection.WaitAsync(cancellationToken);
        await cluster.GetGrain<ISiloProbeGrain>(0).PingAsync();
        await cluster.GetGrain<ISessionGrain>(SessionId.New().Key.Value).ValidateAsync(Nobody);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using Bff.Contracts.Auth;
using Bff.Contracts.Cluster;
using Bff.Contracts.Keys;
using Bff.Contracts.WarmUp;
using Bff.Gateway.Auth;
using Bff.Gateway.Cluster;
using Bff.ServiceDefaults.WarmUp;
using Orleans.Serialization;

namespace Bff.Gateway.WarmUp;

/// <summary>
/// Calls of silos that v6 has no part in: the probe, and what a session is worth that nobody ever opened. Beside it, one of everything
/// that travels between here and there is written and read.
/// </summary>
internal sealed class ClusterExercise(IClusterClient cluster, Serializer serializer, TimeProvider time) : IWarmUpExercise
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TenantId Nobody = TenantId.Parse("warm-up");

    private readonly WirePractice wire = new(serializer);
    private bool isConnected;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        wire.RoundTrip();
        if (!isConnected)
        {
            await ConnectAsync(cancellationToken);
        }

        await cluster.GetGrain<ISiloProbeGrain>(0).PingAsync();
        await cluster.GetGrain<ISessionGrain>(SessionId.New().Key.Value).ValidateAsync(Nobody);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Without a silo the gateway is not ready anyway.
    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await cluster.GetGrain<ISiloProbeGrain>(0).PingAsync();
                isConnected = true;
                return;
            }
            catch (Exception exception) when (LostSilo.Explains(exception) || exception is OrleansException or InvalidOperationException)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }
}

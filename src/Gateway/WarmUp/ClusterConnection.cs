using Bff.Contracts.Cluster;
using Bff.Gateway.Cluster;

namespace Bff.Gateway.WarmUp;

/// <summary>The first silo that answers. Without one a gateway is not ready anyway.</summary>
internal sealed class ClusterConnection(IClusterClient cluster, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private bool isMade;

    /// <summary>Returns when a silo has answered, at once if one did before.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (!isMade)
        {
            try
            {
                await cluster.GetGrain<ISiloProbeGrain>(0).PingAsync();
                isMade = true;
            }
            catch (Exception exception) when (LostSilo.Explains(exception) || exception is OrleansException or InvalidOperationException)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }
}

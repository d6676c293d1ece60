using Bff.Contracts.Auth;
using Bff.Contracts.Cluster;
using Bff.Contracts.Keys;
using Bff.Contracts.Tenancy;
using Bff.Contracts.WarmUp;
using Bff.ServiceDefaults.WarmUp;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime.Placement;

namespace Bff.Silo.WarmUp;

/// <summary>
/// A client in this process that connects to this silo as gateways will: every call that they can make of a grain, there and back
/// (<see cref="LoopbackCalls"/>), and calls of grains that ask v6 for nothing.
/// </summary>
internal sealed class ClientExercise(ILocalSiloDetails silo, IOptions<ClusterOptions> cluster, SiloActivation activation) : IWarmUpExercise
{
    private static readonly TenantId Nobody = TenantId.Parse("warm-up");

    private IHost? host;
    private LoopbackCalls? calls;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await activation.WaitAsync(cancellationToken);
        host ??= await StartAsync(cancellationToken);
        var client = host.Services.GetRequiredService<IClusterClient>();
        RequestContext.Set(IPlacementDirector.PlacementHintKey, silo.SiloAddress);
        await client.GetGrain<ISiloProbeGrain>(0).PingAsync();
        await client.GetGrain<ITenantSettingsGrain>(Nobody.Value).GetAsync();
        await client.GetGrain<ISessionGrain>(SessionKey.Of(Guid.NewGuid().ToString()).Value).ValidateAsync(Nobody);
        calls ??= new LoopbackCalls(client);
        await calls.MakeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref host, null) is { } practice)
        {
            calls?.Dispose();
            await practice.StopAsync();
            practice.Dispose();
        }
    }

    private async Task<IHost> StartAsync(CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.UseOrleansClient(client => client
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Value.ClusterId, cluster.Value.ServiceId))
            .UseStaticClustering(silo.GatewayAddress!.Endpoint));
        var started = builder.Build();
        await started.StartAsync(cancellationToken);
        return started;
    }
}

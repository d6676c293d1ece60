namespace Bff.Gateway.Cluster;

/// <summary>Reaches the cluster. Apart from being a gateway, so that a test can bring a client of its own.</summary>
public static class ClusterClientExtensions
{
    private static readonly TimeSpan PauseBetweenConnectionAttempts = TimeSpan.FromSeconds(1);

    /// <summary>Adds the Orleans client, found as section <c>Cluster</c> says. The gateway may start before any silo: it keeps trying.</summary>
    public static TBuilder AddClusterClient<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddOptions<ClusterClientOptions>()
            .BindConfiguration(ClusterClientOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        var cluster = builder.Configuration.GetSection(ClusterClientOptions.Section).Get<ClusterClientOptions>() ?? new();
        return (TBuilder)builder.UseOrleansClient(client => client
            .UseLocalhostClustering(cluster.GatewayPort, cluster.ServiceId, cluster.ClusterId)
            .UseConnectionRetryFilter(async (_, stopping) =>
            {
                await Task.Delay(PauseBetweenConnectionAttempts, TimeProvider.System, stopping);
                return true;
            })
            .AddActivityPropagation());
    }
}

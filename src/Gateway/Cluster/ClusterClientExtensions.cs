using Bff.ServiceDefaults;
using Bff.ServiceDefaults.Cluster;
using Bff.ServiceDefaults.Redis;
using Bff.ServiceDefaults.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Bff.Gateway.Cluster;

/// <summary>Reaches the cluster. Apart from being a gateway, so that a test can bring a client of its own.</summary>
public static class ClusterClientExtensions
{
    private static readonly TimeSpan PauseBetweenConnectionAttempts = TimeSpan.FromSeconds(1);

    /// <summary>Adds the Orleans client, found as section <c>Cluster</c> says. The gateway may start before any silo: it keeps trying.</summary>
    public static TBuilder AddClusterClient<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        var section = builder.Configuration.GetSection(ClusteringOptions.Section);
        var cluster = section.Get<ClusteringOptions>() ?? new();
        var ours = section.Get<ClusterClientOptions>() ?? new();

        builder.Services.AddClientSettings(cluster);
        builder.Services.AddSingleton<ClusterMetrics>();
        builder.Services.AddHealthChecks().AddCheck<ClusterReadyCheck>("cluster", HealthStatus.Unhealthy, [HealthTags.Ready, HealthTags.Startup]);

        return (TBuilder)builder.UseOrleansClient(client => client
            .UseConfiguredClustering(cluster, ours)
            .UseConnectionRetryFilter(async (_, stopping) =>
            {
                await Task.Delay(PauseBetweenConnectionAttempts, TimeProvider.System, stopping);
                return true;
            })
            .AddOutgoingGrainCallFilter<ReadRetryFilter>()
            .AddOutgoingGrainCallFilter<LostMutationFilter>()
            .AddActivityPropagation());
    }

    private static IServiceCollection AddClientSettings(this IServiceCollection services, ClusteringOptions cluster)
    {
        services.AddSettings<ClusteringOptions>(ClusteringOptions.Section);
        services.AddSettings<ClusterClientOptions>(ClusterClientOptions.Section);
        services.AddSettings<ReadRetryOptions>(ReadRetryOptions.Section);
        services.AddOptions<GatewayOptions>().Configure<IOptions<ClusterClientOptions>>((gateway, client) =>
            gateway.GatewayListRefreshPeriod = TimeSpan.FromSeconds(client.Value.SiloListRefreshSeconds));
        services.AddOptions<ClientMessagingOptions>().Configure<IOptions<ClusterClientOptions>>((messaging, client) =>
            messaging.ResponseTimeout = TimeSpan.FromSeconds(client.Value.ResponseTimeoutSeconds));
        services.AddOptions<ConnectionOptions>().Configure<IOptions<ClusterClientOptions>>((connection, client) =>
            connection.OpenConnectionTimeout = TimeSpan.FromSeconds(client.Value.ConnectTimeoutSeconds));
        return cluster.Clustering == Clustering.Redis ? services.AddSettings<RedisOptions>(RedisOptions.Section) : services;
    }

    private static IClientBuilder UseConfiguredClustering(this IClientBuilder client, ClusteringOptions cluster, ClusterClientOptions ours) =>
        cluster.Clustering switch
        {
            Clustering.Redis => client
                .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.ClusterId, cluster.ServiceId))
                .UseRedisClustering(options => options.ConfigurationOptions =
                    (client.Configuration.GetSection(RedisOptions.Section).Get<RedisOptions>() ?? new()).ToConfiguration()),
            _ => client.UseLocalhostClustering(ours.GatewayPort, cluster.ServiceId, cluster.ClusterId),
        };
}

using System.Net;
using Bff.ServiceDefaults.Cluster;
using Bff.ServiceDefaults.Redis;
using Bff.ServiceDefaults.Settings;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Bff.Silo.Cluster;

/// <summary>How this silo meets the others.</summary>
internal static class SiloClusteringExtensions
{
    private const int MaxForwards = 8;

    public static IServiceCollection AddClusterSettings(this IServiceCollection services, ClusteringOptions cluster)
    {
        services.AddSettings<ClusteringOptions>(ClusteringOptions.Section);
        services.AddSettings<SiloEndpointOptions>(SiloEndpointOptions.Section);
        services.AddSettings<MembershipOptions>(MembershipOptions.Section);
        return cluster.Clustering == Clustering.Redis ? services.AddSettings<RedisOptions>(RedisOptions.Section) : services;
    }

    public static ISiloBuilder UseConfiguredClustering(this ISiloBuilder silo, ClusteringOptions cluster, SiloEndpointOptions endpoints) =>
        cluster.Clustering switch
        {
            Clustering.Redis => silo.UseRedis(cluster, endpoints),
            _ => silo.UseLocalhostClustering(
                endpoints.SiloPort, endpoints.GatewayPort, primarySiloEndpoint: null, cluster.ServiceId, cluster.ClusterId),
        };

    private static ISiloBuilder UseRedis(this ISiloBuilder silo, ClusteringOptions cluster, SiloEndpointOptions endpoints)
    {
        silo.Services.AddOptions<ClusterMembershipOptions>().Configure<IOptions<MembershipOptions>>(Apply);
        silo.Services.AddOptions<SiloMessagingOptions>().Configure<IOptions<MembershipOptions>>((messaging, membership) =>
        {
            messaging.ResponseTimeout = TimeSpan.FromSeconds(membership.Value.ResponseTimeoutSeconds);

            // While silos come and go, a grain may move again before a call has found it. A call that is given up for that was never made, but
            // nobody could tell that from one that was.
            messaging.MaxForwardCount = MaxForwards;
        });
        silo.Services.AddOptions<ConnectionOptions>().Configure<IOptions<MembershipOptions>>((connection, membership) =>
            connection.OpenConnectionTimeout = TimeSpan.FromSeconds(membership.Value.ConnectTimeoutSeconds));
        silo.Services.AddHostedService<MembershipRestorer>();

        return silo
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.ClusterId, cluster.ServiceId))
            .ConfigureAddress(endpoints)
            .UseRedisClustering(options => options.ConfigurationOptions = silo.Configuration.Redis().ToConfiguration());
    }

    private static void Apply(ClusterMembershipOptions orleans, IOptions<MembershipOptions> settings)
    {
        var ours = settings.Value;
        orleans.ProbeTimeout = TimeSpan.FromSeconds(ours.ProbeTimeoutSeconds);
        orleans.NumMissedProbesLimit = ours.MissedProbes;
        orleans.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(ours.IAmAliveSeconds);
        orleans.TableRefreshTimeout = TimeSpan.FromSeconds(ours.TableRefreshSeconds);
        orleans.DefunctSiloExpiration = TimeSpan.FromMinutes(ours.ForgetDeadMinutes);
        orleans.DefunctSiloMinimumRetention = orleans.DefunctSiloExpiration;
        orleans.DefunctSiloCleanupPeriod = orleans.DefunctSiloExpiration / 2;
    }

    private static ISiloBuilder ConfigureAddress(this ISiloBuilder silo, SiloEndpointOptions endpoints) =>
        IPAddress.TryParse(endpoints.AdvertisedAddress, out var address)
            ? silo.ConfigureEndpoints(address, endpoints.SiloPort, endpoints.GatewayPort, listenOnAnyHostAddress: !IPAddress.IsLoopback(address))
            : silo.ConfigureEndpoints(endpoints.SiloPort, endpoints.GatewayPort, listenOnAnyHostAddress: true);

    internal static RedisOptions Redis(this IConfiguration configuration) =>
        configuration.GetSection(RedisOptions.Section).Get<RedisOptions>() ?? new();
}

using Bff.Grains;
using Bff.ServiceDefaults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bff.Silo;

/// <summary>What makes a host a silo of ours.</summary>
public static class SiloHostExtensions
{
    /// <summary>Adds the grains and an Orleans silo, clustered as section <c>Cluster</c> says.</summary>
    public static TBuilder AddSilo<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddOptions<ClusterHostingOptions>()
            .BindConfiguration(ClusterHostingOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddGrains();
        builder.Services.AddHealthChecks().AddCheck<SiloReadyCheck>("silo", HealthStatus.Unhealthy, [HealthTags.Ready, HealthTags.Startup]);

        var cluster = builder.Configuration.GetSection(ClusterHostingOptions.Section).Get<ClusterHostingOptions>() ?? new();
        return (TBuilder)builder.UseOrleans(silo => silo.UseConfiguredClustering(cluster).AddGrainRuntime());
    }

    /// <summary>All that grains need from their silo, apart from how silos find each other. Tests bring their own clustering.</summary>
    public static ISiloBuilder AddGrainRuntime(this ISiloBuilder silo) => silo
        .AddMemoryGrainStorageAsDefault()
        .AddActivityPropagation();

    private static ISiloBuilder UseConfiguredClustering(this ISiloBuilder silo, ClusterHostingOptions cluster) =>
        silo.UseLocalhostClustering(cluster.SiloPort, cluster.GatewayPort, primarySiloEndpoint: null, cluster.ServiceId, cluster.ClusterId);
}

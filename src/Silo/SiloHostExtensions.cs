using Bff.Grains;
using Bff.ServiceDefaults;
using Bff.ServiceDefaults.Cluster;
using Bff.Silo.Cluster;
using Bff.Silo.Operators;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bff.Silo;

/// <summary>What makes a host a silo of ours.</summary>
public static class SiloHostExtensions
{
    /// <summary>Adds the grains and an Orleans silo, clustered as section <c>Cluster</c> says.</summary>
    public static TBuilder AddSilo<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        var section = builder.Configuration.GetSection(ClusteringOptions.Section);
        var cluster = section.Get<ClusteringOptions>() ?? new();
        var endpoints = section.Get<SiloEndpointOptions>() ?? new();

        builder.Services.AddClusterSettings(cluster);
        builder.Services.AddGrains();
        builder.Services.AddHealthChecks()
            .AddCheck<SiloReadyCheck>("silo", HealthStatus.Unhealthy, [HealthTags.Ready, HealthTags.Startup])
            .AddCheck<SiloLiveCheck>("grains", HealthStatus.Unhealthy, [HealthTags.Live]);

        return (TBuilder)builder.UseOrleans(silo => silo.UseConfiguredClustering(cluster, endpoints).AddGrainRuntime().AddOperatorDashboard());
    }

    /// <summary>All that grains need from their silo, apart from how silos find each other. Tests bring their own clustering.</summary>
    public static ISiloBuilder AddGrainRuntime(this ISiloBuilder silo) => silo
        .AddConfiguredStorage()
        .AddActivityPropagation();
}

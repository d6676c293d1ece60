using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Bff.Caching;

/// <summary>Registers what the two kinds of hosts need.</summary>
public static class CachingServices
{
    /// <summary>For a silo: the one <see cref="CacheEnvironment"/> that all of its owner caches share.</summary>
    public static IServiceCollection AddOwnerCaching(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => Environment(provider, "owner"));
        return services;
    }

    /// <summary>For a gateway: its one <see cref="NearCache"/>.</summary>
    public static IServiceCollection AddNearCaching(this IServiceCollection services, TenantCacheLimits? limits = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new NearCache(Environment(provider, "near"), limits));
        return services;
    }

    private static CacheEnvironment Environment(IServiceProvider provider, string layer)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        var metrics = new CacheMetrics(
            layer, provider.GetRequiredService<IMeterFactory>(), provider.GetRequiredService<ILogger<CacheMetrics>>(), time);
        return new CacheEnvironment(time, metrics);
    }
}

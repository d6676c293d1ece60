using Bff.ServiceDefaults.Cluster;
using Bff.ServiceDefaults.Redis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Bff.Gateway.RateLimits;

internal static class RateLimitExtensions
{
    private const int ConnectTimeoutMs = 1_000;

    // Every operation asks: a Redis that does not answer may cost each of them no more than this.
    private const int AnswerTimeoutMs = 250;

    /// <summary>Counts in Redis where there is one, else in memory.</summary>
    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<MemoryRateLimiter>();
        services.TryAddSingleton<IRateLimiter>(provider => StoreOf(provider) is { } store
            ? ActivatorUtilities.CreateInstance<RedisRateLimiter>(provider, Connect(store))
            : provider.GetRequiredService<MemoryRateLimiter>());
        services.AddSingleton<RateLimitMetrics>();
        services.AddSingleton<RateGate>();
    }

    // Gateways that belong together share a Redis already; the limiter's own setting is for a large installation that keeps the two apart.
    private static ConfigurationOptions? StoreOf(IServiceProvider provider)
    {
        if (provider.GetRequiredService<IOptions<RateLimitOptions>>().Value.Redis is { Length: > 0 } own)
        {
            return ConfigurationOptions.Parse(own);
        }

        var configuration = provider.GetRequiredService<IConfiguration>();
        return configuration.GetSection(ClusteringOptions.Section).Get<ClusteringOptions>() is { Clustering: Clustering.Redis }
            ? (configuration.GetSection(RedisOptions.Section).Get<RedisOptions>() ?? new()).ToConfiguration()
            : null;
    }

    // A Redis that is down when the gateway starts must not keep it from starting.
    private static ConnectionMultiplexer Connect(ConfigurationOptions store)
    {
        store.AbortOnConnectFail = false;
        store.ConnectTimeout = ConnectTimeoutMs;
        store.AsyncTimeout = AnswerTimeoutMs;
        store.BacklogPolicy = BacklogPolicy.FailFast;
        return ConnectionMultiplexer.Connect(store);
    }
}

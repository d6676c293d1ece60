using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Bff.Gateway.RateLimits;

internal static class RateLimitExtensions
{
    private const int ConnectTimeoutMs = 1_000;

    /// <summary>Counts in Redis where one is set, else in memory.</summary>
    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<MemoryRateLimiter>();
        services.TryAddSingleton<IRateLimiter>(provider => provider.GetRequiredService<IOptions<RateLimitOptions>>().Value.Redis is { Length: > 0 } redis
            ? ActivatorUtilities.CreateInstance<RedisRateLimiter>(provider, Connect(redis))
            : provider.GetRequiredService<MemoryRateLimiter>());
        services.AddSingleton<RateLimitMetrics>();
        services.AddSingleton<RateGate>();
    }

    // A Redis that is down when the gateway starts must not keep it from starting.
    private static ConnectionMultiplexer Connect(string redis)
    {
        var configuration = ConfigurationOptions.Parse(redis);
        configuration.AbortOnConnectFail = false;
        configuration.ConnectTimeout = ConnectTimeoutMs;
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        return ConnectionMultiplexer.Connect(configuration);
    }
}

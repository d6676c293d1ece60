using Bff.ServiceDefaults.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Bff.ServiceDefaults.WarmUp;

/// <summary>Warm before ready.</summary>
public static class WarmUpExtensions
{
    /// <summary>Adds an exercise, and a readiness check that is off until all of them have ended.</summary>
    public static IServiceCollection AddWarmUp<TExercise>(this IServiceCollection services)
        where TExercise : class, IWarmUpExercise
    {
        services.AddSingleton<IWarmUpExercise, TExercise>();
        if (services.Any(service => service.ServiceType == typeof(HostWarmUp)))
        {
            return services;
        }

        services.AddSettings<WarmUpOptions>(WarmUpOptions.Section);
        services.AddSingleton<HostWarmUp>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<HostWarmUp>());
        services.AddHealthChecks().AddCheck<WarmUpCheck>("warm", HealthStatus.Unhealthy, [HealthTags.Ready]);
        return services;
    }
}

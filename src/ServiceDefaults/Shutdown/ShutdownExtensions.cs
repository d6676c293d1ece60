using Bff.ServiceDefaults.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bff.ServiceDefaults.Shutdown;

internal static class ShutdownExtensions
{
    /// <summary>Leaves in order: not ready, still serving, draining, gone.</summary>
    public static IServiceCollection AddGracefulShutdown(this IServiceCollection services)
    {
        services.AddSettings<ShutdownOptions>(ShutdownOptions.Section);
        services.AddHostedService<DrainPause>();
        services.AddHealthChecks().AddCheck<DrainCheck>("draining", HealthStatus.Unhealthy, [HealthTags.Ready]);
        services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>((host, shutdown) =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(shutdown.Value.NotReadySeconds + shutdown.Value.DrainSeconds));
        return services;
    }
}

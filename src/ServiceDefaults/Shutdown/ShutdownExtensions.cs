using Bff.ServiceDefaults.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Bff.ServiceDefaults.Shutdown;

internal static class ShutdownExtensions
{
    /// <summary>Leaves in order: not ready, still serving, draining, gone.</summary>
    public static IServiceCollection AddGracefulShutdown(this IServiceCollection services, IConfiguration configuration)
    {
        var shutdown = configuration.GetSection(ShutdownOptions.Section).Get<ShutdownOptions>() ?? new();
        services.AddSettings<ShutdownOptions>(ShutdownOptions.Section);
        services.AddHostedService<DrainPause>();
        services.AddHealthChecks().AddCheck<DrainCheck>("draining", HealthStatus.Unhealthy, [HealthTags.Ready]);
        // Not from IOptions: the host reads this before it validates, and would report a bad value here alone.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(shutdown.NotReadySeconds + shutdown.DrainSeconds));
        return services;
    }
}

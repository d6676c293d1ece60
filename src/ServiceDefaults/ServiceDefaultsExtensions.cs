using Bff.ServiceDefaults.Operators;
using Bff.ServiceDefaults.Settings;
using Bff.ServiceDefaults.Shutdown;
using Bff.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Bff.ServiceDefaults;

/// <summary>What every host of ours has: telemetry, health endpoints, and a clock that tests can replace.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Adds OpenTelemetry (OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, Prometheus always), health checks and <see cref="TimeProvider"/>.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="serviceName">OpenTelemetry's <c>service.name</c>.</param>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder, string serviceName)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [HealthTags.Live]);
        builder.Services.AddGracefulShutdown(builder.Configuration);
        builder.Services.AddManagement();
        builder.AddTelemetry(serviceName);
        return builder;
    }

    /// <summary>Maps <c>/health/live</c>, <c>/health/ready</c>, <c>/health/startup</c> and <c>/metrics</c>.</summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        // Here, because Orleans refuses a bad value when its hosted service is made, which is before the host would report them all.
        app.Services.GetService<IStartupValidator>()?.Validate();

        app.UseManagementPort();
        app.MapHealthChecks("/health/live", new() { Predicate = check => check.Tags.Contains(HealthTags.Live) });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(HealthTags.Ready) });
        app.MapHealthChecks("/health/startup", new() { Predicate = check => check.Tags.Contains(HealthTags.Startup) });
        app.MapPrometheusScrapingEndpoint("/metrics");
        return app;
    }

    // Without a collector nobody would read spans, and making them costs every request: then there are none.
    private static void AddTelemetry(this IHostApplicationBuilder builder, string serviceName)
    {
        builder.Services.AddSettings<TelemetryOptions>(TelemetryOptions.Section);
        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(serviceName))
            .WithMetrics(metrics =>
            {
                metrics.AddRuntimeInstrumentation().AddPrometheusExporter();
                if (options.Requests)
                {
                    metrics.AddAspNetCoreInstrumentation().AddMeter("Bff.*", "Microsoft.Orleans");
                }
            });

        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            // No spans of the HTTP client: they carry whole URLs, and v6 paths hold tokens. Those of "Bff.Upstream" stand for them.
            telemetry
                .WithTracing(tracing => tracing
                    .AddAspNetCoreInstrumentation(web => web.Filter = IsNoProbe)
                    .AddSource("Bff.*", "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application"))
                .WithLogging()
                .UseOtlpExporter();
        }
    }

    private static bool IsNoProbe(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) && !http.Request.Path.StartsWithSegments("/metrics", StringComparison.Ordinal);
}

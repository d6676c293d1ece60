using System.Net;
using Bff.Gateway.Graph;
using Bff.Gateway.RateLimits;
using GraphQL.Types;

namespace Bff.Gateway.WarmUp;

/// <summary>
/// A second gateway in this process, on a loopback port of its own, with the schema and the engine of the real one: what it is asked goes
/// through all that a client's request goes through, but ends at made-up grains. Its caches, counters and log lines are its own and go
/// with it.
/// </summary>
internal sealed class PracticeHost : IAsyncDisposable
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        // It is one caller that asks as fast as it can.
        ["Gateway:RateLimits:CallerPerSecond"] = "1000000",
        ["Gateway:RateLimits:TenantPerSecond"] = "1000000",
        ["Gateway:RateLimits:MutationsPerMinute"] = "1000000",
        ["Gateway:TrustedDocuments:Mode"] = "Off",
        ["Gateway:TrustedDocuments:ManifestPath"] = null,
    };

    private readonly WebApplication app;

    private PracticeHost(WebApplication app) => (this.app, Client) = (app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });

    public HttpClient Client { get; }

    public static async Task<PracticeHost> StartAsync(IServiceProvider real, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = real.GetRequiredService<IHostEnvironment>().EnvironmentName });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddConfiguration(real.GetRequiredService<IConfiguration>()).AddInMemoryCollection(Settings);
        builder.Logging.AddProvider(new LogsToNowhere());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(real.GetRequiredService<TimeProvider>());
        builder.Services.AddSingleton<System.Diagnostics.Metrics.IMeterFactory>(new MutedMeters());
        var hosted = builder.Services.Where(IsHosted).ToHashSet();
        builder.AddGateway();

        // Nothing runs in its background: it hears of no changes and watches no files.
        foreach (var service in builder.Services.Where(service => IsHosted(service) && !hosted.Contains(service)).ToArray())
        {
            builder.Services.Remove(service);
        }

        builder.Services.AddSingleton(PracticeGrains.Create());
        builder.Services.AddSingleton(real.GetRequiredService<ISchema>());
        builder.Services.AddSingleton(real.GetRequiredService<GraphEngine>());
        builder.Services.AddSingleton(real.GetRequiredService<IRateLimiter>());
        var app = builder.Build();
        app.MapGateway();
        await app.StartAsync(cancellationToken);
        return new PracticeHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static bool IsHosted(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService);

    /// <summary>Lines are formed, which is what they cost, and dropped.</summary>
    private sealed class LogsToNowhere : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            formatter(state, exception);

        public void Dispose()
        {
        }
    }
}

using System.Net;
using Bff.Contracts.WarmUp;
using Bff.Gateway.Graph;
using Bff.Gateway.RateLimits;
using Bff.ServiceDefaults.WarmUp;
using GraphQL.Types;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

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
        builder.Logging.AddConsole(console => console.FormatterName = LinesToNowhere.Name);
        builder.Services.AddSingleton<ConsoleFormatter>(new LinesToNowhere(real));
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

    /// <summary>Lines are formed as the real ones are, which is what they cost, and dropped.</summary>
    private sealed class LinesToNowhere(IServiceProvider real) : ConsoleFormatter(LinesToNowhere.Name)
    {
        public new const string Name = "nowhere";

        private readonly ConsoleFormatter? inner = FormatterOf(real);

        public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
        {
            using var nowhere = new StringWriter();
            inner?.Write(logEntry, scopeProvider, nowhere);
        }

        private static ConsoleFormatter? FormatterOf(IServiceProvider services)
        {
            var name = services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName ?? ConsoleFormatterNames.Simple;
            return services.GetServices<ConsoleFormatter>().FirstOrDefault(formatter => string.Equals(formatter.Name, name, StringComparison.OrdinalIgnoreCase));
        }
    }
}

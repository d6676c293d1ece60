using Bff.Sandbox.Admin;
using Bff.Sandbox.Http;
using Microsoft.AspNetCore.Connections;

namespace Bff.Sandbox;

/// <summary>
/// A running stand-in for the v6 API. The API and the admin endpoints are two servers on two ports, so that no mistake in
/// routing can ever put the one on the other.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _api;
    private readonly WebApplication? _admin;

    private SandboxServer(SandboxWorld world, WebApplication api, WebApplication? admin) =>
        (World, _api, _admin) = (world, api, admin);

    /// <summary>Where the v6 API answers.</summary>
    public Uri ApiAddress => new(_api.Urls.First());

    /// <summary>Where the admin endpoints answer; null when they are off.</summary>
    public Uri? AdminAddress => _admin is null ? null : new Uri(_admin.Urls.First());

    /// <summary>The truth, for tests in the same process.</summary>
    internal SandboxWorld World { get; }

    /// <summary>Starts a sandbox and returns when it listens.</summary>
    /// <param name="options">How it is hosted; <see cref="SandboxOptions.InProcess"/> when left out.</param>
    /// <param name="timeProvider">Clock under the sandbox's own; the system's when left out.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="ArgumentException">Settings that cannot work, all of them named.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxOptions? options = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        options ??= SandboxOptions.InProcess();
        if (options.Failures() is { Count: > 0 } failures)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, failures), nameof(options));
        }

        var world = new SandboxWorld(options, timeProvider ?? TimeProvider.System);
        var api = BuildApi(world);
        var admin = options.AdminEnabled ? AdminHost.Build(world) : null;
        var server = new SandboxServer(world, api, admin);
        try
        {
            await api.StartAsync(cancellationToken);
            await (admin?.StartAsync(cancellationToken) ?? Task.CompletedTask);
            return server;
        }
        catch
        {
            // A taken port must not leave the other server running.
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when the process is asked to stop.</summary>
    public Task WaitForShutdownAsync() => _api.WaitForShutdownAsync();

    /// <summary>Stops both servers.</summary>
    /// <exception cref="InvalidOperationException">An unknown route was called and the options ask to fail on that.</exception>
    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        if (_admin is not null)
        {
            await _admin.DisposeAsync();
        }

        if (World.Options.FailOnUnknownRoute && World.Violations.UnknownRoutes is { Count: > 0 } unknown)
        {
            throw new InvalidOperationException(
                "Calls that the v6 contract does not have: " + string.Join(", ", unknown.Select(v => v.Subject)));
        }
    }

    private static WebApplication BuildApi(SandboxWorld world)
    {
        var builder = SandboxHost.CreateBuilder(world.Options, world.Options.ApiUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint =>
            endpoint.Use(next => connection => RefuseOrServe(world, connection, next))));
        builder.Services.AddSingleton(world).AddSingleton<RequestRecorder>().AddSingleton<ApiPipeline>();
        var app = builder.Build();
        app.Run(app.Services.GetRequiredService<ApiPipeline>().HandleAsync);
        return app;
    }

    private static Task RefuseOrServe(SandboxWorld world, ConnectionContext connection, ConnectionDelegate next)
    {
        if (!world.Faults.Refuses)
        {
            return next(connection);
        }

        connection.Abort();
        return Task.CompletedTask;
    }
}

using Bff.Gateway;
using Bff.Gateway.Cluster;
using Bff.Sandbox;
using Bff.ServiceDefaults;
using Bff.Silo;

namespace Bff.Standalone;

/// <summary>
/// Sandbox, silo and gateway in one process, joined as they are in production: REST between silo and sandbox, Orleans' own protocol
/// between gateway and silo. Only clustering and storage are in memory.
/// </summary>
public sealed class StandaloneHost : IAsyncDisposable
{
    private readonly SandboxServer sandbox;
    private readonly WebApplication silo;
    private readonly WebApplication gateway;

    private StandaloneHost(SandboxServer sandbox, WebApplication silo, WebApplication gateway) =>
        (this.sandbox, this.silo, this.gateway) = (sandbox, silo, gateway);

    /// <summary>Where the gateway listens.</summary>
    public Uri GatewayAddress => new(gateway.Urls.First());

    /// <summary>Where the silo's health and metrics are.</summary>
    public Uri SiloAddress => new(silo.Urls.First());

    /// <summary>Where the stand-in for v6 listens.</summary>
    public Uri SandboxAddress => sandbox.ApiAddress;

    /// <summary>Where the sandbox's admin endpoints are.</summary>
    public Uri SandboxAdminAddress => sandbox.AdminAddress!;

    /// <summary>Starts all three, each when what it needs is there. Arguments: <c>--urls</c> for the gateway, any setting by its name.</summary>
    public static async Task<StandaloneHost> StartAsync(string[] args, CancellationToken cancellationToken = default)
    {
        var settings = new StandaloneSettings(args);

        var sandbox = await SandboxServer.StartAsync(settings.Sandbox, timeProvider: null, cancellationToken);

        var siloBuilder = settings.CreateBuilder("Bff.Silo", settings.SiloUrls);
        siloBuilder.Configuration["Upstream:BaseAddress"] = sandbox.ApiAddress.ToString();
        siloBuilder.AddServiceDefaults("bff-silo").AddSilo();
        var silo = siloBuilder.Build();
        silo.MapDefaultEndpoints();
        await silo.StartAsync(cancellationToken);

        var gatewayBuilder = settings.CreateBuilder("Bff.Gateway", settings.GatewayUrls);
        gatewayBuilder.AddServiceDefaults("bff-gateway").AddClusterClient().AddGateway();
        var gateway = gatewayBuilder.Build();
        gateway.MapDefaultEndpoints();
        gateway.MapGateway();
        await gateway.StartAsync(cancellationToken);

        return new StandaloneHost(sandbox, silo, gateway);
    }

    /// <summary>Returns when the process is asked to stop.</summary>
    public Task WaitForShutdownAsync() => gateway.WaitForShutdownAsync();

    /// <summary>Stops in the order of dependence: who asks goes before who answers.</summary>
    public async ValueTask DisposeAsync()
    {
        await gateway.DisposeAsync();
        await silo.StopAsync();
        await silo.DisposeAsync();
        await sandbox.DisposeAsync();
    }
}

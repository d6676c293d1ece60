using System.Reflection;
using Bff.Caching;
using Bff.Gateway;
using Bff.Grains;
using Bff.Grains.Auth;
using Bff.Grains.Live;
using Bff.Grains.Mutations.Receipts;
using Bff.Sandbox;
using Bff.ServiceDefaults;
using Bff.Silo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;

namespace Bff.Tests.Fixture;

/// <summary>
/// The whole product in one process: sandbox, silos and gateways, joined over HTTP and Orleans as in production and with production's
/// grain directory. Tests speak to it by what a client or an operator would do; the truth is what the sandbox counted and committed.
/// </summary>
internal sealed class BffFixture : IAsyncDisposable
{
    private readonly SandboxServer sandbox;
    private readonly bool ownsSandbox;
    private readonly InProcessTestCluster cluster;
    private readonly IReadOnlyList<WebApplication> gateways;
    private int tenants;

    private BffFixture(SandboxServer sandbox, bool ownsSandbox, InProcessTestCluster cluster, IReadOnlyList<WebApplication> gateways)
    {
        (this.sandbox, this.ownsSandbox, this.cluster, this.gateways) = (sandbox, ownsSandbox, cluster, gateways);
        V6 = new SandboxOracle(sandbox);
    }

    /// <summary>What v6 was asked and did, and how it shall fail.</summary>
    public SandboxOracle V6 { get; }

    /// <summary>The cluster, for tests that stop and start parts of it.</summary>
    public InProcessTestCluster Cluster => cluster;

    /// <summary>Starts a system; ready when it returns.</summary>
    public static async Task<BffFixture> StartAsync(BffSetup? setup = null)
    {
        setup ??= new BffSetup();
        var sandbox = setup.SameV6As?.sandbox ?? await SandboxServer.StartAsync();
        var cluster = await StartClusterAsync(setup, sandbox.ApiAddress);
        var gateways = await Task.WhenAll(Enumerable.Range(0, setup.Gateways).Select(_ => StartGatewayAsync(setup, cluster)));
        return new BffFixture(sandbox, setup.SameV6As is null, cluster, gateways);
    }

    /// <summary>A tenant that no other test of this fixture uses. It has the data of <c>salon-hk</c>.</summary>
    public string NewTenant() => $"load-{Interlocked.Increment(ref tenants):00000}";

    /// <summary>A frontend of that tenant that speaks to one of the gateways.</summary>
    public StorefrontClient Storefront(string? tenant, int gateway = 0) => new(AddressOf(gateway), tenant);

    /// <summary>What a gateway is made of.</summary>
    public IServiceProvider ServicesOf(int gateway) => gateways[gateway].Services;

    /// <summary>Where a gateway listens.</summary>
    public Uri AddressOf(int gateway) => new(gateways[gateway].Urls.First());

    public async ValueTask DisposeAsync()
    {
        foreach (var gateway in gateways)
        {
            await gateway.DisposeAsync();
        }

        await cluster.DisposeAsync();
        if (ownsSandbox)
        {
            await sandbox.DisposeAsync();
        }
    }

    private static async Task<InProcessTestCluster> StartClusterAsync(BffSetup setup, Uri v6)
    {
        var builder = new InProcessTestClusterBuilder(setup.Silos);
        UseProductionGrainDirectory(builder.Options);
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Configuration.AddInMemoryCollection(SiloSettings(v6)).AddInMemoryCollection(setup.Settings);
            host.Services.AddGrains();
            host.Services.AddSingleton(new AuthTime(setup.AuthTime));
            host.Services.AddSingleton(new LiveTime(setup.LiveTime));
            UseCacheTime(host.Services, setup);
            setup.SiloParts?.Invoke(host.Services);
        });
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddGrainRuntime();
            setup.Storage?.Replace(silo.Services);
            if (setup.GrainCalls is { } calls)
            {
                silo.AddIncomingGrainCallFilter(calls);
            }

            if (setup.CallFilter is { } filter)
            {
                silo.AddIncomingGrainCallFilter(filter);
            }

            if (setup.Receipts is { } receipts)
            {
                silo.Services.AddKeyedSingleton(ReceiptOptions.Storage, receipts);
            }
        });
        builder.ConfigureHost(host => ConfigureLogging(host.Logging, setup));
        var cluster = builder.Build();
        try
        {
            await cluster.DeployAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    private static async Task<WebApplication> StartGatewayAsync(BffSetup setup, InProcessTestCluster cluster)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        ConfigureLogging(builder.Logging, setup);
        builder.Configuration.AddInMemoryCollection(GatewaySettings).AddInMemoryCollection(setup.Settings);
        builder.AddServiceDefaults("bff-gateway").AddGateway();
        builder.Services.AddSingleton(cluster.Client).AddSingleton<IGrainFactory>(cluster.Client);
        UseCacheTime(builder.Services, setup);
        var gateway = builder.Build();
        gateway.MapDefaultEndpoints();
        gateway.MapGateway();
        await gateway.StartAsync();
        return gateway;
    }

    // The test cluster's own directory never lets two activations of a grain live at once; production's may, for a moment.
    // The switch is internal to Orleans 10.4.2.
    private static void UseProductionGrainDirectory(InProcessTestClusterOptions options) =>
        (typeof(InProcessTestClusterOptions).GetProperty("UseTestClusterGrainDirectory", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            ?? throw new InvalidOperationException("Orleans' test cluster has no switch for its grain directory any more."))
        .SetValue(options, false);

    private static void ConfigureLogging(ILoggingBuilder logging, BffSetup setup)
    {
        logging.SetMinimumLevel(setup.Log is null ? LogLevel.Error : LogLevel.Trace);
        if (setup.Log is { } provider)
        {
            logging.AddProvider(provider);
        }
    }

    private static void UseCacheTime(IServiceCollection services, BffSetup setup) =>
        services.AddSingleton(provider => new CacheEnvironment(setup.CacheTime, provider.GetRequiredService<CacheMetrics>()));

    // All tests call from one address; those of the limits set their own.
    private static readonly Dictionary<string, string?> GatewaySettings = new()
    {
        ["Gateway:RateLimits:CallerPerSecond"] = "0",
        ["Gateway:RateLimits:MutationsPerMinute"] = "0",
        ["Gateway:Cursors:Secret"] = "cursors-of-the-tests-in-one-process",
        ["Gateway:Fences:Secret"] = "fences-of-the-tests-in-one-process",
    };

    private static Dictionary<string, string?> SiloSettings(Uri v6) => new()
    {
        ["Upstream:BaseAddress"] = v6.ToString(),

        // Room for a starved machine; the tests of time budgets set their own.
        ["Upstream:ReadBudget"] = "00:00:15",
        // Tests that count v6's calls mean those that somebody waits for.
        ["Bookings:PrefetchDays"] = "0",
        ["Auth:Keys:Active"] = "test",
        ["Auth:Keys:Ring:test"] = Convert.ToBase64String(new byte[32]),
        ["Tenants:DefaultTimeZone"] = "Asia/Hong_Kong",
        ["Tenants:DefaultCurrency"] = "HKD",
        ["Tenants:Overrides:yoga-berlin:TimeZone"] = "Europe/Berlin",
        ["Tenants:Overrides:yoga-berlin:Currency"] = "EUR",
        ["Tenants:Overrides:shop-10k:TimeZone"] = "America/New_York",
        ["Tenants:Overrides:shop-10k:Currency"] = "USD",
    };
}

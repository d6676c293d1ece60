using StackExchange.Redis;

namespace Bff.SystemTests.Harness;

/// <summary>
/// A whole installation as real processes on loopback: Redis, sandbox, silos, gateways. Each on free ports and with a log under
/// <c>artifacts/test-results/system/&lt;drill&gt;/</c>; all are killed by their ids when the drill ends.
/// </summary>
internal sealed class Fleet : IAsyncDisposable
{
    private readonly FleetSettings settings;
    private readonly string folder;
    private readonly List<IAsyncDisposable> running = [];
    private readonly List<Host> silos = [];
    private readonly List<Host> gateways = [];
    private int started;

    private Fleet(FleetSettings settings, string folder, RedisServer redis, Sandbox sandbox) =>
        (this.settings, this.folder, Redis, Sandbox) = (settings, folder, redis, sandbox);

    public RedisServer Redis { get; }

    public Sandbox Sandbox { get; }

    public IReadOnlyList<Host> Silos => silos;

    public IReadOnlyList<Host> Gateways => gateways;

    /// <summary>Starts everything and returns when all are ready.</summary>
    public static async Task<Fleet> StartAsync(string drill, FleetSettings? settings = null)
    {
        settings ??= new();
        var folder = TestOutput.Folder(drill);
        var redis = await RedisServer.StartAsync(folder);
        var fleet = new Fleet(settings, folder, redis, await Sandbox.StartAsync(folder));
        fleet.running.AddRange([fleet.Redis, fleet.Sandbox]);
        try
        {
            for (var i = 0; i < settings.Silos; i++)
            {
                fleet.StartSilo();
            }

            for (var i = 0; i < settings.Gateways; i++)
            {
                fleet.StartGateway();
            }

            await Task.WhenAll([.. fleet.silos.Concat(fleet.gateways).Select(host => host.BecomesReadyAsync())]);
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a silo at new ports, as a new pod has a new address.</summary>
    /// <param name="program">Another build than the one under test.</param>
    public Host StartSilo(string? program = null) => Start("Silo", program, silos, settings.Silo, new()
    {
        ["Cluster:AdvertisedAddress"] = "127.0.0.1",
        ["Cluster:SiloPort"] = $"{Ports.Free()}",
        ["Cluster:GatewayPort"] = $"{Ports.Free()}",
        ["Upstream:BaseAddress"] = Sandbox.Address.ToString(),
        // Drills are about the cluster: a machine too busy for v6's usual budget must not fail them.
        ["Upstream:ReadBudget"] = "00:00:20",
        ["Upstream:WriteBudget"] = "00:00:20",
        ["Auth:Keys:Active"] = "test",
        ["Auth:Keys:Ring:test"] = Convert.ToBase64String(new byte[32]),
    });

    public Host StartGateway() => Start("Gateway", null, gateways, settings.Gateway, new()
    {
        // One machine plays all clients.
        ["Gateway:RateLimits:CallerPerSecond"] = "100000",
        ["Gateway:RateLimits:TenantPerSecond"] = "100000",
        ["Gateway:RateLimits:MutationsPerMinute"] = "100000",
        ["Gateway:Cursors:Secret"] = "cursors-of-a-drill-on-this-machine",
        ["Gateway:Fences:Secret"] = "fences-of-a-drill-on-this-machine",
    });

    /// <summary>Forgets a host that has ended.</summary>
    public void Forget(Host host)
    {
        silos.Remove(host);
        gateways.Remove(host);
    }

    /// <summary>Rows of the membership table, dead silos included.</summary>
    public async Task<int> MembershipRowsAsync()
    {
        await using var redis = await Redis.ConnectAsync();
        var fields = await redis.GetDatabase().HashKeysAsync("bff/members/bff");
        return fields.Count(field => field != (RedisValue)"Version");
    }

    public async ValueTask DisposeAsync()
    {
        // Who asks goes before who answers, so that the logs end without noise.
        for (var i = running.Count - 1; i >= 0; i--)
        {
            await running[i].DisposeAsync();
        }
    }

    private Host Start(string project, string? program, List<Host> hosts, IReadOnlyDictionary<string, string> changed, Dictionary<string, string> own)
    {
        var name = $"{project.ToLowerInvariant()}{++started}";
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        Dictionary<string, string> all = new(own)
        {
            ["urls"] = address.ToString(),
            ["Cluster:Clustering"] = "Redis",
            ["Redis:Endpoints"] = Redis.Endpoint,
        };
        foreach (var (setting, value) in changed)
        {
            all[setting] = value;
        }

        var process = ServerProcess.StartProgram(
            program ?? TestOutput.Program(project), Path.Combine(folder, $"{name}.log"), all.SelectMany(pair => (string[])[$"--{pair.Key}", pair.Value]));
        var host = new Host(name, process, address);
        hosts.Add(host);
        running.Add(host);
        return host;
    }
}

using StackExchange.Redis;

namespace Bff.SystemTests.Harness;

/// <summary>
/// A whole installation as real processes on loopback: Redis, sandbox, silos, gateways. Each on free ports and with a log under
/// <c>artifacts/test-results/system/&lt;drill&gt;/</c>; all are killed by their ids when the drill ends.
/// </summary>
internal sealed class Fleet : IAsyncDisposable
{
    // SiloStatus.Active.
    private const int ActiveStatus = 3;

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
    /// <param name="changed">Settings of this one alone.</param>
    /// <param name="environment">Environment variables of this one alone.</param>
    public Host StartSilo(string? program = null, Dictionary<string, string>? changed = null, Dictionary<string, string>? environment = null)
    {
        Dictionary<string, string> own = new()
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
        };
        return Start("Silo", program, silos, [settings.Silo, changed ?? []], environment, own);
    }

    /// <summary>Starts a gateway; the parameters are those of a silo.</summary>
    public Host StartGateway(string? program = null, Dictionary<string, string>? changed = null) => Start("Gateway", program, gateways, [settings.Gateway, changed ?? []], null, new()
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

    /// <summary>Whether the membership table says that this silo is a working member.</summary>
    public async Task<bool> IsActiveMemberAsync(Host silo)
    {
        await using var redis = await Redis.ConnectAsync();
        var rows = await redis.GetDatabase().HashGetAllAsync("bff/members/bff");
        var own = rows.Where(row => row.Name.ToString().Contains($":{silo.SiloPort}:")).Select(row => row.Value.ToString()).ToArray();
        return own.Length == 1 && own[0].Contains($"\"Status\":{ActiveStatus},");
    }

    public async ValueTask DisposeAsync()
    {
        // Who asks goes before who answers, so that the logs end without noise.
        for (var i = running.Count - 1; i >= 0; i--)
        {
            await running[i].DisposeAsync();
        }
    }

    private Host Start(
        string project, string? program, List<Host> hosts, IReadOnlyDictionary<string, string>[] changes, Dictionary<string, string>? environment, Dictionary<string, string> own)
    {
        var name = $"{project.ToLowerInvariant()}{++started}";
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        Dictionary<string, string> all = new(own)
        {
            ["urls"] = address.ToString(),
            ["Cluster:Clustering"] = "Redis",
            ["Redis:Endpoints"] = Redis.Endpoint,
            ["WarmUp:Enabled"] = $"{settings.WarmsUp}",
        };
        foreach (var (setting, value) in changes.SelectMany(change => change))
        {
            all[setting] = value;
        }

        var process = ServerProcess.StartProgram(
            program ?? TestOutput.Program(project), Path.Combine(folder, $"{name}.log"), all.SelectMany(pair => (string[])[$"--{pair.Key}", pair.Value]), environment);
        var host = new Host(name, process, address) { SiloPort = all.GetValueOrDefault("Cluster:SiloPort") };
        hosts.Add(host);
        running.Add(host);
        return host;
    }
}

namespace Bff.Benchmarks;

/// <summary>What a gateway does beside answering.</summary>
[Flags]
internal enum Beside
{
    Nothing = 0,

    /// <summary>Counts callers and tenants; the limits are wide enough for one address to make all the load.</summary>
    Limits = 1,

    /// <summary>Counts requests, caches and the like for Prometheus.</summary>
    Metrics = 2,

    /// <summary>Writes a line for each operation.</summary>
    Log = 4,

    All = Limits | Metrics | Log,
}

/// <summary>Sandbox and silo on the core of the load, for gateways that are measured on the other: as they are built, settings of production.</summary>
internal sealed class Product : IDisposable
{
    public const string Tenant = "load-00001";

    private static readonly string[] NoLimits =
        ["--Gateway:RateLimits:CallerPerSecond", "0", "--Gateway:RateLimits:TenantPerSecond", "0", "--Gateway:RateLimits:MutationsPerMinute", "0"];

    private static readonly string[] WideLimits =
    [
        "--Gateway:RateLimits:CallerPerSecond", "1000000", "--Gateway:RateLimits:TenantPerSecond", "1000000", "--Gateway:RateLimits:MutationsPerMinute", "1000000",
    ];

    private static readonly string[] WideSignIn =
    [
        "--Auth:Limits:CodesPerIdentity", "1000000", "--Auth:Limits:CodesPerAddress", "1000000", "--Auth:Limits:CodesPerTenant", "1000000",
        "--Auth:Limits:TriesPerIdentity", "1000000", "--Auth:Limits:TriesPerAddress", "1000000", "--Auth:Limits:TriesPerTenant", "1000000",
        "--Auth:Limits:AnswerStep", "00:00:00",
    ];

    private readonly Server sandbox;
    private readonly Server silo;
    private readonly int siloPort;

    private Product(Server sandbox, Server silo, Uri admin, int siloPort) => (this.sandbox, this.silo, Admin, this.siloPort) = (sandbox, silo, admin, siloPort);

    /// <summary>The sandbox's admin endpoints.</summary>
    public Uri Admin { get; }

    /// <summary>Resident memory of the silo, in megabytes.</summary>
    public long SiloMegabytes => silo.Megabytes;

    public static async Task<Product> StartAsync()
    {
        var admin = Server.FreeAddress();
        var sandbox = await Server.StartAsync(
            Server.Others, "Sandbox", "/", ["--Sandbox:AdminEnabled", "true", "--Sandbox:AdminUrl", admin.ToString(), "--Sandbox:LogRequests", "false"]);
        var port = Server.FreeAddress().Port;
        try
        {
            var silo = await Server.StartAsync(
                Server.Others,
                "Silo",
                "/health/ready",
                [
                    "--environment", "Development", "--Upstream:BaseAddress", sandbox.Address.ToString(), "--Cluster:GatewayPort", $"{port}",
                    "--Cluster:SiloPort", $"{Server.FreeAddress().Port}", .. WideSignIn,
                ]);
            return new Product(sandbox, silo, admin, port);
        }
        catch
        {
            sandbox.Dispose();
            throw;
        }
    }

    /// <summary>A gateway, with what production has beside the answers or a part of it.</summary>
    public Task<Server> StartGatewayAsync(Beside beside, params string[] settings) => Server.StartAsync(
        Server.Measured,
        "Gateway",
        "/health/ready",
        [
            "--environment", "Production", "--Cluster:GatewayPort", $"{siloPort}",
            "--Gateway:Cursors:Secret", "cursors-of-the-benchmark", "--Gateway:Fences:Secret", "fences-of-the-benchmark-",
            .. beside.HasFlag(Beside.Limits) ? WideLimits : NoLimits,
            "--Telemetry:Requests", $"{beside.HasFlag(Beside.Metrics)}",
            "--Logging:LogLevel:Bff.Access", beside.HasFlag(Beside.Log) ? "Information" : "Warning",
            .. settings,
        ]);

    public void Dispose()
    {
        silo.Dispose();
        sandbox.Dispose();
    }
}

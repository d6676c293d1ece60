namespace Bff.Benchmarks;

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

    /// <summary>A gateway with nothing beside the answer: no limits on callers, no log line, no metrics of requests.</summary>
    public Task<Server> BareAsync(params string[] settings) =>
        GatewayAsync([.. NoLimits, "--Logging:LogLevel:Bff.Access", "Warning", "--Telemetry:Requests", "false", .. settings]);

    /// <summary>A gateway with limits on callers (wide enough for one address to make all the load), metrics and a log line for each operation.</summary>
    public Task<Server> FullAsync(params string[] settings) => GatewayAsync([.. WideLimits, .. settings]);

    public void Dispose()
    {
        silo.Dispose();
        sandbox.Dispose();
    }

    private Task<Server> GatewayAsync(IEnumerable<string> settings) => Server.StartAsync(
        Server.Measured, "Gateway", "/health/ready", ["--environment", "Production", "--Cluster:GatewayPort", $"{siloPort}", .. settings]);
}

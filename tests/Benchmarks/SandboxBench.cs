using System.Globalization;

namespace Bff.Benchmarks;

/// <summary>List reads of the sandbox against the raw endpoint that writes the same bytes, in the same run on the same core.</summary>
internal static class SandboxBench
{
    private static readonly (string Name, string Tenant, string Path)[] Reads =
    [
        ("services, 20 rows", "salon-hk", "/v6/customer-portal/services?limit=20"),
        ("services of a load tenant", "load-00001", "/v6/customer-portal/services?limit=20"),
        ("products, 20 of 10,000", "shop-10k", "/v6/customer-portal/shop/products?limit=20"),
        ("slots, uncached", "salon-hk", "/v6/customer-portal/services/svc-001/slots?date=2027-01-15"),
    ];

    public static async Task RunAsync(TimeSpan duration)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Load.Connections });
        using var sandbox = await Server.StartAsync(
            url => [Path.Combine(Baseline.Programs, "Bff.Sandbox.dll"), "--urls", url.ToString(), "--Sandbox:AdminEnabled", "false", "--Sandbox:LogRequests", "false"], http);
        Console.WriteLine($"{Load.Connections} connections, {duration.TotalSeconds:0} s each after as long a warm-up; requests per second of the server's processor time");
        Console.WriteLine("| read | bytes | sandbox | raw | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (name, tenant, path) in Reads)
        {
            var bytes = await Load.SendAsync(http, Request(sandbox, tenant, path));
            var limit = await Baseline.MeasureAsync(http, bytes, raw => Request(raw, tenant, "/"), duration);
            var rate = await Load.MeasureAsync(sandbox, _ => Load.SendAsync(http, Request(sandbox, tenant, path)), duration);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {bytes.Length:N0} | {rate:N0} | {limit:N0} | {rate / limit:0.00} |"));
        }

        Console.WriteLine($"resident memory of the sandbox: {sandbox.Megabytes} MB");
    }

    private static HttpRequestMessage Request(Server server, string tenant, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, path));
        request.Headers.Add("X-Company-Id", tenant);
        return request;
    }
}

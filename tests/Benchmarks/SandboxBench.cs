using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Bff.Benchmarks;

/// <summary>List reads of the sandbox against the raw endpoint that writes the same bytes, in the same run on the same core.</summary>
internal static class SandboxBench
{
    private const int Connections = 32;

    private static readonly (string Name, string Tenant, string Path)[] Reads =
    [
        ("services, 20 rows", "salon-hk", "/v6/customer-portal/services?limit=20"),
        ("services of a load tenant", "load-00001", "/v6/customer-portal/services?limit=20"),
        ("products, 20 of 10,000", "shop-10k", "/v6/customer-portal/shop/products?limit=20"),
        ("slots, uncached", "salon-hk", "/v6/customer-portal/services/svc-001/slots?date=2027-01-15"),
    ];

    public static async Task RunAsync(TimeSpan duration)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        var programs = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;
        using var sandbox = await Server.StartAsync(
            url => [Path.Combine(programs, "Bff.Sandbox.dll"), "--urls", url.ToString(), "--Sandbox:AdminEnabled", "false", "--Sandbox:LogRequests", "false"], http);

        Console.WriteLine($"{Connections} connections, {duration.TotalSeconds:0} s each after as long a warm-up; requests per second of the server's processor time");
        Console.WriteLine("| read | bytes | sandbox | raw | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var read in Reads)
        {
            using var first = await http.SendAsync(Request(sandbox, read.Tenant, read.Path));
            var bytes = await first.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            var file = Path.GetTempFileName();
            await File.WriteAllBytesAsync(file, bytes);
            using var raw = await Server.StartAsync(url => [Path.Combine(programs, "Benchmarks.dll"), "raw", url.ToString(), file], http);
            var limit = await MeasureAsync(http, raw, read.Tenant, "/", duration);
            var rate = await MeasureAsync(http, sandbox, read.Tenant, read.Path, duration);
            File.Delete(file);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {read.Name} | {bytes.Length:N0} | {rate:N0} | {limit:N0} | {rate / limit:0.00} |"));
        }

        Console.WriteLine($"resident memory of the sandbox: {sandbox.Megabytes} MB");
    }

    private static async Task<double> MeasureAsync(HttpClient http, Server server, string tenant, string path, TimeSpan duration)
    {
        await LoadAsync(http, server, tenant, path, duration);
        var before = server.Cpu;
        var requests = await LoadAsync(http, server, tenant, path, duration);
        return requests / (server.Cpu - before).TotalSeconds;
    }

    private static async Task<long> LoadAsync(HttpClient http, Server server, string tenant, string path, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        long requests = 0;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (clock.Elapsed < duration)
            {
                using var response = await http.SendAsync(Request(server, tenant, path));
                await response.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null);
                Interlocked.Increment(ref requests);
            }
        }));
        return requests;
    }

    private static HttpRequestMessage Request(Server server, string tenant, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, path));
        request.Headers.Add("X-Company-Id", tenant);
        return request;
    }
}

using System.Globalization;
using System.Text;

namespace Bff.Benchmarks;

/// <summary>
/// Public reads through the whole product against the raw endpoint that writes the same bytes: from a kept reply, and by the engine from
/// this gateway's copies. Latencies are of one connection, so that nobody queues.
/// </summary>
internal static class GatewayBench
{
    private const string Services =
        "{ services(first: 20) { nodes { id name durationMinutes capacity requiresStaff price { amount currency } } } }";

    private static readonly string[] WithoutKeptReplies = ["--Gateway:ResponseCache:Enabled", "false"];

    public static async Task RunAsync(TimeSpan duration)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Load.Connections });
        var home = await File.ReadAllTextAsync(Path.Combine("docs", "pages", "home.graphql"));
        Console.WriteLine();
        Console.WriteLine("| public read | bytes | whole product | raw | ratio | p50 | p99 | raw p99 | p99 ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var (way, settings) in (IEnumerable<(string, string[])>)[("kept reply", []), ("engine, copies", WithoutKeptReplies)])
        {
            using var bff = await Product.StartAsync(http, Server.FreeAddress(), settings);
            await PrintAsync(http, bff, $"20 services, {way}", Services, duration);
            await PrintAsync(http, bff, $"home page, {way}", home, duration);
            Console.WriteLine($"resident memory of the whole product: {bff.Megabytes} MB");
        }
    }

    private static async Task PrintAsync(HttpClient http, Server bff, string name, string query, TimeSpan duration)
    {
        var reply = await Load.SendAsync(http, Product.Request(bff, query));
        if (Encoding.UTF8.GetString(reply).Contains("\"errors\"", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{name} fails: {Encoding.UTF8.GetString(reply)}");
        }

        var limit = await Baseline.MeasureAsync(http, reply, raw => Product.Request(raw, query), duration);
        var (_, rawP99) = await Baseline.LatencyAsync(http, reply, raw => Product.Request(raw, query), duration);
        var rate = await Load.MeasureAsync(bff, _ => Load.SendAsync(http, Product.Request(bff, query)), duration);
        var (p50, p99) = await Load.LatencyAsync(() => Load.SendAsync(http, Product.Request(bff, query)), duration);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {reply.Length:N0} | {rate:N0} | {limit:N0} | {rate / limit:0.00} | {p50.TotalMilliseconds:0.00} ms | {p99.TotalMilliseconds:0.00} ms | {rawP99.TotalMilliseconds:0.00} ms | {p99 / rawP99:0.0} |"));
    }
}

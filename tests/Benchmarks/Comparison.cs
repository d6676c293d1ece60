using System.Globalization;
using System.Text;

namespace Bff.Benchmarks;

/// <summary>
/// Measures servers against the raw endpoint that writes the same bytes: the two in turn on one core, so that both meet the same machine,
/// in requests per second of the server's own processor time. Latencies are of one connection, so that nobody queues.
/// </summary>
internal sealed class Comparison(HttpClient http, TimeSpan duration) : IDisposable
{
    private const int Rounds = 3;
    private const int Attempts = 10;

    // Until the compiler at run time has done its best: with less, the first rows measure the compiler.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    private readonly HashSet<Server> warm = [];
    private Server? raw;

    public TimeSpan Duration { get; } = duration;

    /// <summary>It is only to be seen that everything can still be measured: what comes out means nothing.</summary>
    public bool IsShort => Duration <= TimeSpan.FromSeconds(1);

    public static void PrintHeader(string title)
    {
        Console.WriteLine();
        Console.WriteLine($"| {title} | bytes | requests/s | raw | ratio | p50 | raw | p99 | raw | allocated |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
    }

    /// <summary>Measures one request and prints its row.</summary>
    public async Task PrintAsync(string name, Server server, Ask ask, string mustNotHold = "\"errors\":[{")
    {
        var reply = await AnswerAsync(name, server, ask, mustNotHold);
        var limit = await RawAsync(reply);
        await WarmAsync(server, ask);

        var pairs = new List<(double Rate, double Limit)>();
        for (var round = 0; round < (IsShort ? 1 : Rounds); round++)
        {
            pairs.Add((await RateAsync(server, ask), await RateAsync(limit, ask)));
        }

        var (rate, most) = pairs.OrderBy(pair => pair.Rate / pair.Limit).ElementAt(pairs.Count / 2);
        var (bytes, alone) = await AloneAsync(server, ask);
        var rawAlone = await Load.RunAsync(limit, ask, connections: 1, Duration);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {reply.Length:N0} | {rate:N0} | {most:N0} | {rate / most:0.00} | {Show(alone.P50)} | {Show(rawAlone.P50)} | {Show(alone.P99)} | {Show(rawAlone.P99)} | {bytes:N0} B |"));
    }

    public void Dispose() => raw?.Dispose();

    // Cold programs on a busy machine may be late at first.
    private async Task<byte[]> AnswerAsync(string name, Server server, Ask ask, string mustNotHold)
    {
        for (var attempt = 1; ; attempt++)
        {
            var reply = await Load.SendAsync(http, server, ask);
            if (!Encoding.UTF8.GetString(reply).Contains(mustNotHold, StringComparison.Ordinal))
            {
                return reply;
            }

            if (attempt == Attempts)
            {
                throw new InvalidOperationException($"{name} fails: {Encoding.UTF8.GetString(reply)}");
            }

            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
    }

    private async Task<(double Bytes, LoadResult Result)> AloneAsync(Server server, Ask ask)
    {
        var before = await AllocatedAsync(server);
        var result = await Load.RunAsync(server, ask, connections: 1, Duration);
        return ((await AllocatedAsync(server) - before) / result.Requests, result);
    }

    private async Task<double> AllocatedAsync(Server server)
    {
        try
        {
            return await server.AllocatedAsync(http);
        }
        catch (HttpRequestException)
        {
            return double.NaN;
        }
    }

    // One raw endpoint for all rows: it has been compiled to its best by the time it counts.
    private async Task<Server> RawAsync(byte[] reply)
    {
        raw ??= await Server.StartAsync(Server.Measured, "Benchmarks", "/", ["raw"]);
        using var content = new ByteArrayContent(reply);
        using var response = await http.PutAsync(raw.Address, content);
        response.EnsureSuccessStatusCode();
        await WarmAsync(raw, Ask.Query("{ any }"));
        return raw;
    }

    private async Task WarmAsync(Server server, Ask ask) =>
        await Load.RunAsync(server, ask, Load.Busy, warm.Add(server) && !IsShort ? WarmUp : Duration);

    private async Task<double> RateAsync(Server server, Ask ask)
    {
        var before = server.Cpu;
        var result = await Load.RunAsync(server, ask, Load.Busy, Duration);
        return result.Requests / (server.Cpu - before).TotalSeconds;
    }

    private static string Show(TimeSpan latency) => string.Create(CultureInfo.InvariantCulture, $"{latency.TotalMilliseconds:0.00} ms");
}

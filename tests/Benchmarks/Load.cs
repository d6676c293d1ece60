using System.Diagnostics;
using System.Globalization;

namespace Bff.Benchmarks;

/// <summary>What <c>wrk</c> saw.</summary>
/// <param name="Requests">Requests that were answered.</param>
/// <param name="P50">Median latency.</param>
/// <param name="P99">Latency that one request in a hundred exceeds.</param>
internal sealed record LoadResult(long Requests, TimeSpan P50, TimeSpan P99);

/// <summary>Load by <c>wrk</c>, one thread on the core of this process; servers have the other.</summary>
internal static class Load
{
    /// <summary>Connections that keep a server busy.</summary>
    public const int Busy = 32;

    /// <summary>Sends a request over so many connections, each as soon as its last one is answered.</summary>
    /// <exception cref="InvalidOperationException">There is no <c>wrk</c>, or a reply was not 2xx.</exception>
    public static async Task<LoadResult> RunAsync(Server server, Ask ask, int connections, TimeSpan duration)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, ask.ToLua());
            var seconds = Math.Max(1, (int)duration.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Read(await WrkAsync("-t1", $"-c{connections}", $"-d{seconds}s", "--latency", "-s", script, new Uri(server.Address, ask.Path).ToString()));
        }
        finally
        {
            File.Delete(script);
        }
    }

    /// <summary>Sends one request and reads the whole reply.</summary>
    public static async Task<byte[]> SendAsync(HttpClient http, Server server, Ask ask)
    {
        using var request = ask.ToRequest(server.Address);
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<string> WrkAsync(params string[] arguments)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("wrk did not start.");
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return wrk.ExitCode == 0 ? output : throw new InvalidOperationException($"wrk failed: {output}");
    }

    private static LoadResult Read(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.FirstOrDefault(line => line.StartsWith("Non-2xx", StringComparison.Ordinal)) is { } refused)
        {
            throw new InvalidOperationException(refused);
        }

        var requests = lines.First(line => line.Contains(" requests in ", StringComparison.Ordinal)).Split(' ')[0];
        return new LoadResult(long.Parse(requests, CultureInfo.InvariantCulture), Latency(lines, "50%"), Latency(lines, "99%"));
    }

    private static TimeSpan Latency(string[] lines, string part)
    {
        var text = lines.First(line => line.StartsWith(part, StringComparison.Ordinal))[part.Length..].Trim();
        var unit = text.TrimStart("0123456789.".ToCharArray());
        var number = double.Parse(text[..^unit.Length], CultureInfo.InvariantCulture);
        return unit switch
        {
            "us" => TimeSpan.FromMicroseconds(number),
            "ms" => TimeSpan.FromMilliseconds(number),
            _ => TimeSpan.FromSeconds(number),
        };
    }
}

using System.Reflection;

namespace Bff.Benchmarks;

/// <summary>The raw endpoint that writes given bytes, started for one row on the core that the measured server has.</summary>
internal static class Baseline
{
    /// <summary>Where the built programs are.</summary>
    public static string Programs { get; } = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;

    /// <summary>Requests per second of processor time at best.</summary>
    public static Task<double> MeasureAsync(HttpClient http, byte[] bytes, Func<Server, HttpRequestMessage> request, TimeSpan duration) =>
        WithRawAsync(http, bytes, raw => Load.MeasureAsync(raw, _ => Load.SendAsync(http, request(raw)), duration));

    /// <summary>Latencies at best.</summary>
    public static Task<(TimeSpan P50, TimeSpan P99)> LatencyAsync(
        HttpClient http, byte[] bytes, Func<Server, HttpRequestMessage> request, TimeSpan duration) =>
        WithRawAsync(http, bytes, raw => Load.LatencyAsync(() => Load.SendAsync(http, request(raw)), duration));

    private static async Task<T> WithRawAsync<T>(HttpClient http, byte[] bytes, Func<Server, Task<T>> measure)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, bytes);
            using var raw = await Server.StartAsync(url => [Path.Combine(Programs, "Benchmarks.dll"), "raw", url.ToString(), file], http);
            return await measure(raw);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

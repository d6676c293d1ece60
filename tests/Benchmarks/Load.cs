using System.Diagnostics;

namespace Bff.Benchmarks;

/// <summary>Keeps a server busy over a fixed number of connections and tells its speed by its own processor time.</summary>
internal static class Load
{
    public const int Connections = 32;

    /// <summary>Operations per second of the server's processor time, after as long a warm-up.</summary>
    /// <param name="server">The server.</param>
    /// <param name="operation">One operation of one of the connections, by its number.</param>
    /// <param name="duration">How long to measure.</param>
    public static async Task<double> MeasureAsync(Server server, Func<int, Task> operation, TimeSpan duration)
    {
        await RunAsync(operation, duration);
        var before = server.Cpu;
        var operations = await RunAsync(operation, duration);
        return operations / (server.Cpu - before).TotalSeconds;
    }

    /// <summary>How long one operation after the other takes: the median, and what one in a hundred exceeds.</summary>
    public static async Task<(TimeSpan P50, TimeSpan P99)> LatencyAsync(Func<Task> operation, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var times = new List<long>();
        while (clock.Elapsed < duration || times.Count < 100)
        {
            var begun = Stopwatch.GetTimestamp();
            await operation();
            times.Add(Stopwatch.GetTimestamp() - begun);
        }

        times.Sort();
        return (Stopwatch.GetElapsedTime(0, times[times.Count / 2]), Stopwatch.GetElapsedTime(0, times[times.Count * 99 / 100]));
    }

    private static async Task<long> RunAsync(Func<int, Task> operation, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        long operations = 0;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async connection =>
        {
            while (clock.Elapsed < duration)
            {
                await operation(connection);
                Interlocked.Increment(ref operations);
            }
        }));
        return operations;
    }

    /// <summary>Sends a request and reads the whole reply.</summary>
    public static async Task<byte[]> SendAsync(HttpClient http, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await http.SendAsync(request);
            return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        }
    }
}

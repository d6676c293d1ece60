using System.Diagnostics;
using System.Globalization;

namespace Bff.Benchmarks;

/// <summary>
/// What callers feel when kept answers run out: one connection asks without a pause over several lives of a copy, and the requests around each
/// renewal (<c>Age</c> begins anew) are told apart from the others.
/// </summary>
internal static class ExpiryBench
{
    private const int Around = 100;
    private const double FreshSeconds = 2;

    public static async Task RunAsync(Product product, HttpClient http, TimeSpan duration)
    {
        using var gateway = await product.StartGatewayAsync(Beside.All, "--Gateway:NearCache:FreshSeconds", FreshSeconds.ToString(CultureInfo.InvariantCulture));
        var ask = Ask.Query("{ services(first: 20) { nodes { id name durationMinutes capacity requiresStaff displayPrice } } }");
        await Load.RunAsync(gateway, ask, Load.Busy, duration);

        var times = new List<TimeSpan>();
        var renewals = new List<int>();
        var lastAge = TimeSpan.Zero;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < duration + TimeSpan.FromSeconds(2 * FreshSeconds))
        {
            var begun = Stopwatch.GetTimestamp();
            using var request = ask.ToRequest(gateway.Address);
            using var response = await http.SendAsync(request);
            await response.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(begun));
            var age = response.Headers.Age ?? TimeSpan.Zero;
            if (age < lastAge)
            {
                renewals.Add(times.Count - 1);
            }

            lastAge = age;
        }

        var near = renewals.SelectMany(renewal => times.Skip(renewal - Around).Take(2 * Around)).Order().ToList();
        var all = times.Order().ToList();
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"around {renewals.Count} renewals: p99 {P99(near):0.00} ms, slowest {near.LastOrDefault().TotalMilliseconds:0.00} ms; of all {all.Count:N0} requests: p99 {P99(all):0.00} ms"));
    }

    private static double P99(List<TimeSpan> ordered) => ordered.Count == 0 ? double.NaN : ordered[ordered.Count * 99 / 100].TotalMilliseconds;
}

using System.Globalization;
using System.Text.Json;
using Bff.Tests.Edge;

namespace Bff.Benchmarks;

/// <summary>What it costs the gateway to refuse each document of the corpus, HTTP included, in its own processor time.</summary>
internal static class HostileBench
{
    // After 20 rounds the compiler was still at work: a document that costs 3.5 ms was measured at 33.
    private const int WarmUp = 200;

    public static async Task RunAsync(Product product, HttpClient http, TimeSpan duration)
    {
        using var gateway = await product.StartGatewayAsync(Beside.Nothing, "--Gateway:Edge:MaxBodyBytes", "4000000");
        Console.WriteLine();
        Console.WriteLine("| hostile document | bytes | processor time to refuse it |");
        Console.WriteLine("|---|---|---|");
        foreach (var (name, document) in HostileDocuments.All().Concat(HostileDocuments.OfProduct()))
        {
            var ask = new Ask("POST", "/graphql", Product.Tenant, JsonSerializer.Serialize(new { query = document }));
            var rounds = Math.Max(20, (int)(duration.TotalSeconds * 20));
            await SendAsync(gateway, http, ask, WarmUp);
            var before = gateway.Cpu;
            await SendAsync(gateway, http, ask, rounds);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {ask.Body!.Length:N0} | {(gateway.Cpu - before).TotalMilliseconds / rounds:0.00} ms |"));
        }
    }

    private static async Task SendAsync(Server gateway, HttpClient http, Ask ask, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Load.SendAsync(http, gateway, ask);
        }
    }
}

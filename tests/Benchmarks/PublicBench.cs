using System.Globalization;

namespace Bff.Benchmarks;

/// <summary>
/// Public reads: from a kept reply, by the engine from this gateway's copies, and by the engine with a remote silo asked each time. Each with
/// what production has beside it (limits, metrics, access log), without, and with each of these alone.
/// </summary>
internal static class PublicBench
{
    private const string Services =
        "{ services(first: 20) { nodes { id name durationMinutes capacity requiresStaff displayPrice } } }";

    private static readonly string[] NoReplies = ["--Gateway:ResponseCache:Enabled", "false"];

    public static async Task RunAsync(Product product, Comparison comparison)
    {
        var services = Ask.Query(Services);
        var home = Ask.Query(await File.ReadAllTextAsync(Path.Combine("docs", "pages", "home.graphql")));
        var slots = Ask.Query($$"""{ service(id: "svc-001") { slots(date: "{{Tomorrow()}}") { slots { localStart available remainingCapacity } } } }""");
        Comparison.PrintHeader("public read");
        foreach (var beside in comparison.IsShort ? [Beside.All] : Enum.GetValues<Beside>())
        {
            var isWhole = beside is Beside.Nothing or Beside.All;
            using (var gateway = await product.StartGatewayAsync(beside))
            {
                await comparison.PrintAsync($"20 services, kept reply, beside it: {beside}", gateway, services);
                await (isWhole ? comparison.PrintAsync($"home page, kept reply, beside it: {beside}", gateway, home) : Task.CompletedTask);
            }

            using (var gateway = await product.StartGatewayAsync(beside, NoReplies))
            {
                await comparison.PrintAsync($"20 services, engine, copies, beside it: {beside}", gateway, services);
                if (isWhole)
                {
                    await comparison.PrintAsync($"home page, engine, copies, beside it: {beside}", gateway, home);
                    await comparison.PrintAsync($"slots of a day, engine, remote silo, beside it: {beside}", gateway, slots);
                    Console.WriteLine($"resident memory of the gateway: {gateway.Megabytes} MB, of the silo: {product.SiloMegabytes} MB");
                }
            }
        }
    }

    private static string Tomorrow() =>
        TimeProvider.System.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace Bff.Benchmarks;

/// <summary>
/// Public reads: from a kept reply, by the engine from this gateway's copies, and by the engine with a remote silo asked each time. Each bare
/// and with everything that production has (limits, metrics, access log).
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
        foreach (var isFull in (bool[])[false, true])
        {
            var with = isFull ? "limits, metrics, log" : "bare";
            Func<string[], Task<Server>> start = isFull ? product.FullAsync : product.BareAsync;
            using (var gateway = await start([]))
            {
                await comparison.PrintAsync($"20 services, kept reply, {with}", gateway, services);
                await comparison.PrintAsync($"home page, kept reply, {with}", gateway, home);
            }

            using (var gateway = await start(NoReplies))
            {
                await comparison.PrintAsync($"20 services, engine, copies, {with}", gateway, services);
                await comparison.PrintAsync($"home page, engine, copies, {with}", gateway, home);
                await comparison.PrintAsync($"slots of a day, remote silo, {with}", gateway, slots);
                Console.WriteLine($"resident memory of the gateway: {gateway.Megabytes} MB, of the silo: {product.SiloMegabytes} MB");
            }
        }
    }

    private static string Tomorrow() =>
        TimeProvider.System.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

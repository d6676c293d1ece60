using System.Text.Json;
using System.Text.RegularExpressions;
using Bff.SystemTests.Harness;
using YamlDotNet.RepresentationModel;

namespace Bff.SystemTests.Telemetry;

/// <summary>Metrics of a running installation, held against v6's own count, the dashboard and the alerts.</summary>
public sealed partial class MetricTests(ITestOutputHelper output)
{
    private const int Few = 10;
    private const int Many = 10_000;

    // Of two silos and a gateway together, as docs/operations.md states it, and room for what a runtime does with a large machine.
    private const int BudgetMegabytes = 2_000;
    private const double Slack = 1.5;

    // Orleans makes this series with the first turn that runs long; breakers are counted by operation, and receipts with the first key.
    private static readonly string[] OnlyOnceItHappens =
        ["orleans_scheduler_long_running_turns_total", "bff_upstream_breaker_changes_total", "bff_upstream_breaker_refusals_total", "bff_receipts_verdicts_total"];

    [Fact]
    public async Task Metrics_tell_the_truth_have_no_series_per_tenant_and_are_what_dashboard_and_alerts_ask_for()
    {
        await using var fleet = await Fleet.StartAsync("metrics", new()
        {
            Gateway = new Dictionary<string, string> { ["Cluster:ReadRetry:FirstTrySeconds"] = "10" },
        });
        var hosts = fleet.Silos.Concat(fleet.Gateways).ToArray();

        await Member.SignInAsync(fleet.Gateways[0].Http, fleet.Sandbox, "load-00001");
        await ReadAsync(fleet, Enumerable.Range(1, Few));
        await Scrape.OfAsync(hosts);
        var few = await Scrape.OfAsync(hosts);
        await ReadAsync(fleet, InRandomOrder());
        var many = await Scrape.OfAsync(hosts);

        // What the silos say that they asked, and what v6 was asked.
        var asked = await fleet.Sandbox.CountAsync("listServices");
        many.Sum("bff_upstream_call_duration_seconds_count", "operation=\"listServices\"").ShouldBe(asked);
        many.Sum("bff_cache_fetches_total", "area=\"services\"", "layer=\"owner\"").ShouldBe(asked);
        asked.ShouldBeGreaterThanOrEqualTo(Many);

        // No series for a tenant: the same ones at ten and at ten thousand.
        var ours = (Scrape scrape) => scrape.Series.Where(series => series.StartsWith("bff_") || series.Contains("/graphql")).ToArray();
        output.WriteLine($"working set of all hosts: {Megabytes(few)} MB at {Few} tenants, {Megabytes(many)} MB at {Many}");
        foreach (var host in hosts)
        {
            var scrape = await Scrape.OfAsync(host);
            output.WriteLine($"{host.Http.BaseAddress}: {Megabytes(scrape)} MB");
        }

        Megabytes(many).ShouldBeLessThan((long)(BudgetMegabytes * Slack));
        output.WriteLine($"{few.Series.Count} series at {Few} tenants, {many.Series.Count} at {Many}");
        var known = WithoutWords(few);
        ours(many).Except(ours(few)).Where(series => !IsBound(series, known)).ShouldBeEmpty();
        many.Series.ShouldNotContain(series => series.Contains("load-0"));

        // Every name that an operator's query uses exists.
        MetricsOf(Queries()).Except(many.Names).Except(OnlyOnceItHappens).ShouldBeEmpty();
    }

    private static long Megabytes(Scrape scrape) => (long)(scrape.Sum("dotnet_process_memory_working_set_bytes") / 1_000_000);

    // What a label may say, of these three, is a short list: a word that nobody needed before is no tenant's series.
    private static readonly string[] Words =
    [
        "hit", "absent", "stale", "miss", "coalesced", "failed", "abandoned", "refresh", "found",
    ];

    // A new series differs from one of before by such a word alone.
    private static bool IsBound(string series, HashSet<string> before) =>
        Word().Matches(series).All(match => Words.Contains(match.Groups["word"].Value)) && before.Contains(Word().Replace(series, ""));

    private static HashSet<string> WithoutWords(Scrape scrape) => [.. scrape.Series.Select(series => Word().Replace(series, ""))];

    private int[] InRandomOrder()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed of the tenants' order: {seed}");
        var tenants = Enumerable.Range(1, Many).ToArray();
        new Random(seed).Shuffle(tenants);
        return tenants;
    }

    private static async Task ReadAsync(Fleet fleet, IEnumerable<int> tenants) => await Parallel.ForEachAsync(
        tenants,
        new ParallelOptions { MaxDegreeOfParallelism = 8 },
        // A busy machine may time a read out; asked again it is answered by the same fetch.
        async (tenant, _) => await Eventually.BecomesAsync(
            async () => (await Storefront.ReadAsync(fleet.Gateways[0].Http, $"load-{tenant:00000}")).Verdict == Verdict.Done,
            TimeSpan.FromSeconds(60),
            "a tenant's services are read"));

    private static List<string> Queries()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestOutput.Root, "deploy", "grafana", "dashboards", "bff.json")));
        List<string> queries =
        [
            .. dashboard.RootElement.GetProperty("panels").EnumerateArray()
                .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
                .Select(target => target.GetProperty("expr").GetString()!),
        ];
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(TestOutput.Root, "deploy", "alerts.yml"))));
        queries.AddRange(((YamlSequenceNode)stream.Documents[0].RootNode["groups"]).SelectMany(group => (YamlSequenceNode)group["rules"]).Select(rule => rule["expr"].ToString()));
        queries.Count.ShouldBeGreaterThan(25);
        return queries;
    }

    private static string[] MetricsOf(IEnumerable<string> queries) => [.. queries.SelectMany(query => MetricName().Matches(query)).Select(match => match.Value).Distinct()];

    [GeneratedRegex("""\b(?:verdict|outcome|kind)="(?<word>[^"]*)",?""")]
    private static partial Regex Word();

    // Label names are shorter or followed by a comparison.
    [GeneratedRegex("""\b(?:bff|orleans|http_server|dotnet|kestrel)_\w+(?!\w*\s*(?:=|!))""")]
    private static partial Regex MetricName();
}

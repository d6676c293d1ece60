using System.Globalization;
using System.Text.RegularExpressions;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Telemetry;

/// <summary>One reading of a host's <c>/metrics</c>.</summary>
internal sealed partial class Scrape
{
    private readonly List<(string Name, string Labels, double Value)> samples = [];

    /// <summary>Names as they are queried, with <c>_bucket</c>, <c>_sum</c> and <c>_count</c> of histograms.</summary>
    public IReadOnlySet<string> Names => samples.Select(sample => sample.Name).ToHashSet();

    /// <summary>Every series: name and labels, without those that say where it was read.</summary>
    public IReadOnlySet<string> Series => samples.Select(sample => $"{sample.Name}{{{sample.Labels}}}").ToHashSet();

    public static async Task<Scrape> OfAsync(params IEnumerable<Host> hosts)
    {
        var scrape = new Scrape();
        foreach (var host in hosts)
        {
            var text = await host.Http.GetStringAsync("/metrics");
            scrape.samples.AddRange(Sample().Matches(text).Select(match =>
                (match.Groups["name"].Value, match.Groups["labels"].Value, double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture))));
        }

        return scrape;
    }

    /// <summary>Sum of all series of that name whose labels hold all of the given ones, as <c>area="services"</c>.</summary>
    public double Sum(string name, params string[] labels) =>
        samples.Where(sample => sample.Name == name && labels.All(sample.Labels.Contains)).Sum(sample => sample.Value);

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][\w:]*)(?:\{(?<labels>.*)\})? (?<value>[^ #\n]+)""", RegexOptions.Multiline)]
    private static partial Regex Sample();
}

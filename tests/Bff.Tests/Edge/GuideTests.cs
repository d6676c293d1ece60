using Bff.Gateway.Graph;
using Bff.Tests.Graph;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Edge;

/// <summary>What the guide for agents promises.</summary>
public sealed class GuideTests
{
    [Fact]
    public async Task Every_example_in_the_guide_fits_the_schema()
    {
        await using var gateway = await TestGateway.StartAsync(ProductSchema.Compose);
        var engine = gateway.Services.GetRequiredService<GraphEngine>();
        var guide = await gateway.Client.GetStringAsync("/llms.txt");
        var examples = guide.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();

        var problems = new List<string>();
        foreach (var example in examples)
        {
            problems.AddRange((await engine.CheckAsync(example)).Select(problem => $"{example}: {problem.Message}"));
        }

        problems.ShouldBeEmpty();
        examples.Count.ShouldBeGreaterThanOrEqualTo(8);
    }

    [Fact]
    public async Task An_example_that_changes_something_says_first_that_it_asks_first()
    {
        await using var gateway = await TestGateway.StartAsync(ProductSchema.Compose);
        var lines = (await gateway.Client.GetStringAsync("/llms.txt")).Split('\n');
        var changes = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("    mutation", StringComparison.Ordinal)).ToList();

        changes.Count.ShouldBeGreaterThanOrEqualTo(6, "one for each group that has any");
        changes.ShouldAllBe(i => lines[i - 1].StartsWith("Asks first", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("not to be run by a click", StringComparison.Ordinal));
    }
}

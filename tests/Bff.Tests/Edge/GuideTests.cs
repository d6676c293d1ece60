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
    public async Task No_example_changes_anything()
    {
        await using var gateway = await TestGateway.StartAsync(ProductSchema.Compose);

        (await gateway.Client.GetStringAsync("/llms.txt")).Split('\n').ShouldNotContain(line => line.StartsWith("    mutation", StringComparison.Ordinal));
    }
}

using System.Text.Json;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Conformance;

/// <summary>The audit of the npm package <c>graphql-http</c>: each MUST and SHOULD of GraphQL over HTTP, against a real process.</summary>
public sealed class GraphQLHttpAuditTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_must_and_should_of_GraphQL_over_HTTP_holds()
    {
        var folder = TestOutput.Folder("graphql-http");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestOutput.Root, "tests", "Bff.SystemTests", "Conformance"), "*.*js*"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await Command.RunAsync("npm", ["install", "--no-audit", "--no-fund", "--silent"], folder);
        await using var standalone = await StandaloneHost.StartAsync(folder);

        var checks = (await Command.RunAsync("node", ["audit.mjs", standalone.Url + "/graphql"], folder))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();

        foreach (var check in checks)
        {
            output.WriteLine(check.ToString());
        }

        checks.Count.ShouldBeGreaterThan(50);
        checks.Where(check => !IsOptional(check) && check.GetProperty("status").GetString() != "ok").Select(check => check.ToString()).ShouldBeEmpty();
    }

    private static bool IsOptional(JsonElement check) => check.GetProperty("name").GetString()!.StartsWith("MAY", StringComparison.Ordinal);
}

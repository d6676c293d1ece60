using System.Diagnostics;
using System.Text.Json;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Conformance;

/// <summary>The audit of the npm package <c>graphql-http</c>: each MUST and SHOULD of GraphQL over HTTP, against a real process.</summary>
public sealed class GraphQLHttpAuditTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Every_must_and_should_of_GraphQL_over_HTTP_holds()
    {
        var folder = TestOutput.Folder("graphql-http");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestOutput.Root, "tests", "Bff.SystemTests", "Conformance"), "*.*js*"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--silent"], folder);
        var url = $"http://127.0.0.1:{Ports.Free()}";
        var log = Path.Combine(folder, "standalone.log");
        await File.WriteAllTextAsync(log, "");
        await using var process = StartStandalone(log, url);
        await Eventually.BecomesAsync(
            () => Task.FromResult(process.Output.Contains("Ctrl-C stops.", StringComparison.Ordinal)), Deadline, "the standalone host is ready", () => process.Output);

        var checks = (await RunAsync("node", ["audit.mjs", url + "/graphql"], folder))
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

    private static ServerProcess StartStandalone(string log, string url) => ServerProcess.StartProgram(TestOutput.Program("Standalone"), log,
    [
        "--urls", url,
        "--SiloUrls", $"http://127.0.0.1:{Ports.Free()}",
        "--Sandbox:ApiUrl", $"http://127.0.0.1:{Ports.Free()}",
        "--Sandbox:AdminUrl", $"http://127.0.0.1:{Ports.Free()}",
        "--Cluster:SiloPort", $"{Ports.Free()}",
        "--Cluster:GatewayPort", $"{Ports.Free()}",
    ]);

    private static async Task<string> RunAsync(string program, string[] arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        using var deadline = new CancellationTokenSource(Deadline);
        var text = await process.StandardOutput.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        process.ExitCode.ShouldBe(0, text);
        return text;
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Standalone;

/// <summary>What a newcomer does first: run it, try the query that it prints, stop it.</summary>
public sealed partial class StandaloneTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task It_starts_answers_the_query_that_it_prints_and_stops_on_Ctrl_C()
    {
        var folder = TestOutput.Folder("standalone");
        await using var process = ServerProcess.StartProgram(TestOutput.Program("Standalone"), Path.Combine(folder, "standalone.log"),
        [
            "--urls", $"http://127.0.0.1:{Ports.Free()}",
            "--SiloUrls", $"http://127.0.0.1:{Ports.Free()}",
            "--Sandbox:ApiUrl", $"http://127.0.0.1:{Ports.Free()}",
            "--Sandbox:AdminUrl", $"http://127.0.0.1:{Ports.Free()}",
            "--Cluster:SiloPort", $"{Ports.Free()}",
            "--Cluster:GatewayPort", $"{Ports.Free()}",
        ]);

        var ready = await Eventually.BecomesAsync(
            () => Task.FromResult(process.Output.Contains("Ctrl-C stops.", StringComparison.Ordinal)), Deadline, "the welcome is printed", () => process.Output);
        output.WriteLine($"ready after {ready.TotalSeconds:0.0} s");

        var tried = PrintedQuery().Match(process.Output);
        using var client = new HttpClient { Timeout = Deadline };
        using var request = new HttpRequestMessage(HttpMethod.Post, tried.Groups["url"].Value);
        request.Headers.Add("X-Company-Id", tried.Groups["tenant"].Value);
        request.Content = JsonContent.Create(JsonDocument.Parse(tried.Groups["body"].Value).RootElement);
        using var response = await client.SendAsync(request);
        var reply = await response.Content.ReadFromJsonAsync<JsonElement>();
        reply.GetProperty("data").GetProperty("services").GetProperty("nodes").GetArrayLength().ShouldBe(2);

        process.Interrupt();
        await Eventually.BecomesAsync(() => Task.FromResult(process.HasExited), Deadline, "the process ends after Ctrl-C", () => process.Output);
        process.ExitCode.ShouldBe(0, process.Output);
        process.Output.ShouldNotContain("Unhandled exception");
    }

    [GeneratedRegex(@"curl -s (?<url>\S+) .*X-Company-Id: (?<tenant>\S+)'[^{]*'(?<body>\{.*\})'", RegexOptions.Singleline)]
    private static partial Regex PrintedQuery();
}

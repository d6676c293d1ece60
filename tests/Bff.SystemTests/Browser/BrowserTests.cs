using System.Text.Json;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Browser;

/// <summary>The page for developers in Debian's Chromium, driven by Playwright; pictures of it stay beside the logs.</summary>
public sealed class BrowserTests(ITestOutputHelper output)
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    [Fact]
    public async Task The_page_runs_a_query_and_a_subscription_and_shows_their_results_under_its_policy_and_asks_nobody_else()
    {
        var folder = TestOutput.Folder("browser");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestOutput.Root, "tests", "Bff.SystemTests", "Browser"), "*.*js*"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await Command.RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--silent"], folder);
        await using var standalone = await StandaloneHost.StartAsync(folder);
        string[] pictures = [Path.Combine(folder, "page.png"), Path.Combine(folder, "subscription.png")];

        var printed = await Command.RunAsync("node", ["page.mjs", standalone.Url + "/graphql", Program(), .. pictures], folder);

        output.WriteLine(printed);
        var report = JsonSerializer.Deserialize<Report>(printed, JsonSerializerOptions.Web)!;
        report.Seen.Count.ShouldBe(3);
        report.Seen.ShouldBe(report.Names);
        report.Watched.ShouldBeTrue("the subscription's first event is shown");
        report.Booked.ShouldBeTrue("a slot of the watched day is booked");
        report.Told.ShouldBeTrue("the page shows the slot's change");
        report.Errors.ShouldBeEmpty();
        report.Outside.ShouldBeEmpty();
        pictures.ShouldAllBe(picture => new FileInfo(picture).Length > 10_000);
    }

    private static string Program() =>
        Programs.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("There is no Chromium: run eng/install-test-tools.");

    private sealed record Report(
        IReadOnlyList<string> Names, IReadOnlyList<string> Seen, bool Watched, bool Booked, bool Told, IReadOnlyList<string> Errors, IReadOnlyList<string> Outside);
}

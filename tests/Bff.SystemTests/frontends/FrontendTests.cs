using System.Text.Json;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Frontends;

/// <summary>
/// The npm clients that frontends use, and the official ones of both real-time protocols, against a real process. Each program is a small
/// storefront that prints a line for each step that went well.
/// </summary>
public sealed class FrontendTests(FrontendTests.Installed installed, ITestOutputHelper output) : IClassFixture<FrontendTests.Installed>
{
    private static readonly string[] Storefront = ["list", "page", "book", "sign in", "subscribe"];

    [Theory]
    [InlineData("apollo")]
    [InlineData("urql")]
    [InlineData("relay")]
    [InlineData("graphql-request")]
    public async Task A_storefront_lists_pages_books_signs_in_and_subscribes_with(string client) => (await RunAsync(client)).ShouldBe(Storefront);

    [Fact]
    public async Task The_client_of_graphql_transport_ws_is_answered_refused_and_closed_as_its_protocol_says() =>
        (await RunAsync("graphql-ws")).ShouldBe(["query", "error", "watched", "ping", "forbidden", "own booking", "session ended", "closed"]);

    [Fact]
    public async Task The_client_of_GraphQL_over_SSE_gets_streams_as_its_protocol_says() =>
        (await RunAsync("graphql-sse")).ShouldBe(["query", "error", "session ended"]);

    private async Task<IEnumerable<string>> RunAsync(string program)
    {
        var printed = await Command.RunAsync("node", [$"{program}.mjs", installed.Endpoint, installed.AdminUrl, installed.NewTenant()], installed.Folder);
        output.WriteLine(printed);
        return printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("step").GetString()!);
    }

    /// <summary>The programs with their packages, and one process for all of them to talk to; each takes a tenant of its own.</summary>
    public sealed class Installed : IAsyncLifetime
    {
        private StandaloneHost standalone = null!;
        private int tenants;

        internal string Folder { get; } = TestOutput.Folder("frontends");

        internal string Endpoint => standalone.Url + "/graphql";

        internal string AdminUrl => standalone.AdminUrl;

        public async ValueTask InitializeAsync()
        {
            var source = Path.Combine(TestOutput.Root, "tests", "Bff.SystemTests", "frontends");
            Directory.CreateDirectory(Path.Combine(Folder, "relay"));
            foreach (var file in Directory.EnumerateFiles(source, "*.*js*").Append(Path.Combine(source, "relay", "operations.js")))
            {
                File.Copy(file, Path.Combine(Folder, Path.GetRelativePath(source, file)));
            }

            File.Copy(Path.Combine(TestOutput.Root, "schema.graphql"), Path.Combine(Folder, "schema.graphql"));
            await Command.RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--silent"], Folder);
            await Command.RunAsync("npm", ["run", "--silent", "relay"], Folder);
            standalone = await StandaloneHost.StartAsync(Folder);
        }

        public ValueTask DisposeAsync() => standalone.DisposeAsync();

        internal string NewTenant() => $"load-{++tenants:00000}";
    }
}

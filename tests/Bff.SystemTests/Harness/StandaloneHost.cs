namespace Bff.SystemTests.Harness;

/// <summary>The embedded default, started by its built program on free ports.</summary>
internal sealed class StandaloneHost : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    private StandaloneHost(ServerProcess process, string url, string adminUrl) => (Process, Url, AdminUrl) = (process, url, adminUrl);

    public ServerProcess Process { get; }

    /// <summary>The gateway, such as <c>http://127.0.0.1:5000</c>.</summary>
    public string Url { get; }

    /// <summary>The sandbox's admin API.</summary>
    public string AdminUrl { get; }

    /// <summary>Starts one that logs into the folder; ready when it returns.</summary>
    public static async Task<StandaloneHost> StartAsync(string folder)
    {
        var (url, adminUrl) = ($"http://127.0.0.1:{Ports.Free()}", $"http://127.0.0.1:{Ports.Free()}");
        var process = ServerProcess.StartProgram(TestOutput.Program("Standalone"), Path.Combine(folder, "standalone.log"),
        [
            "--urls", url,
            "--SiloUrls", $"http://127.0.0.1:{Ports.Free()}",
            "--Sandbox:ApiUrl", $"http://127.0.0.1:{Ports.Free()}",
            "--Sandbox:AdminUrl", adminUrl,
            "--Cluster:SiloPort", $"{Ports.Free()}",
            "--Cluster:GatewayPort", $"{Ports.Free()}",
        ]);
        await Eventually.BecomesAsync(
            () => Task.FromResult(process.Output.Contains("Ctrl-C stops.", StringComparison.Ordinal)), Deadline, "the standalone host is ready", () => process.Output);
        return new StandaloneHost(process, url, adminUrl);
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}

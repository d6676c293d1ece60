namespace Bff.SystemTests.Harness;

/// <summary>A silo or gateway of a drill: its process and its HTTP side.</summary>
internal sealed class Host(string name, ServerProcess process, Uri address) : IAsyncDisposable
{
    public string Name => name;

    public ServerProcess Process => process;

    /// <summary>Where other silos reach it; null for a gateway.</summary>
    public string? SiloPort { get; init; }

    public HttpClient Http { get; } = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    public Task<TimeSpan> BecomesReadyAsync(double seconds = 180) => Eventually.BecomesAsync(
        async () => process.HasExited
            ? throw new InvalidOperationException($"{name} ended with {process.ExitCode}:\n{process.Output}")
            : await ProbeAsync("ready") == 200,
        TimeSpan.FromSeconds(seconds),
        $"{name} is ready",
        () => process.Output);

    /// <summary>Status of a probe; 0 when nothing answers within <paramref name="seconds"/>.</summary>
    public async Task<int> ProbeAsync(string probe, double seconds = 5)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        try
        {
            using var response = await Http.GetAsync($"/health/{probe}", deadline.Token);
            return (int)response.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await process.DisposeAsync();
    }
}

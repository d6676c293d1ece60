namespace Bff.SystemTests.Harness;

/// <summary>What a Kubernetes Service does: asks each gateway's readiness once a period and sends requests to the ready ones in turn.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly Func<IReadOnlyList<Host>> gateways;
    private readonly TimeSpan period;
    private readonly CancellationTokenSource stop = new();
    private readonly Task watching;
    private volatile IReadOnlyList<Host> ready;
    private int turn;

    /// <summary>Balances over the gateways that exist at the time of each probe; all are ready at first.</summary>
    public Balancer(Func<IReadOnlyList<Host>> gateways, double periodSeconds = 1)
    {
        this.gateways = gateways;
        period = TimeSpan.FromSeconds(periodSeconds);
        ready = [.. gateways()];
        watching = WatchAsync();
    }

    /// <summary>The gateway whose turn it is.</summary>
    public HttpClient Next() => ready is { Count: > 0 } now
        ? now[(int)((uint)Interlocked.Increment(ref turn) % (uint)now.Count)].Http
        : throw new InvalidOperationException("No gateway is ready.");

    /// <summary>Whether a gateway gets requests.</summary>
    public bool Uses(Host gateway) => ready.Contains(gateway);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching;
        stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var all = gateways();
            var probes = await Task.WhenAll(all.Select(gateway => gateway.ProbeAsync("ready")));
            ready = [.. all.Where((_, i) => probes[i] == 200)];
            await Task.Delay(period, TimeProvider.System);
        }
    }
}

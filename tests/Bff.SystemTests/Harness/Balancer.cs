using System.Collections.Concurrent;

namespace Bff.SystemTests.Harness;

/// <summary>
/// What a Kubernetes Service does: asks each gateway's readiness once a period, takes it out after so many failures in a row, and
/// sends requests to the others in turn. When all are out it goes on with those it had, as Envoy does: on a machine that stalls,
/// slow probes of healthy gateways must not end a drill.
/// </summary>
internal sealed class Balancer : IAsyncDisposable
{
    private const double ProbeTimeoutSeconds = 4;

    private readonly Func<IReadOnlyList<Host>> gateways;
    private readonly TimeSpan period;
    private readonly int threshold;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Host, int> failures = new();
    private readonly Task watching;
    private volatile IReadOnlyList<Host> ready;
    private int turn;

    /// <summary>Balances over the gateways that exist at the time of each probe; all are ready at first.</summary>
    public Balancer(Func<IReadOnlyList<Host>> gateways, double periodSeconds = 1, int failureThreshold = 2)
    {
        (this.gateways, period, threshold) = (gateways, TimeSpan.FromSeconds(periodSeconds), failureThreshold);
        ready = gateways();
        foreach (var gateway in ready)
        {
            failures[gateway] = 0;
        }

        watching = WatchAsync();
    }

    /// <summary>The gateway whose turn it is.</summary>
    public HttpClient Next()
    {
        var now = ready;
        return now[(int)((uint)Interlocked.Increment(ref turn) % (uint)now.Count)].Http;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching;
        stop.Dispose();
    }

    private async Task WatchAsync()
    {
        List<Task> probes = [];
        while (!stop.IsCancellationRequested)
        {
            // Nobody waits for a slow probe: another gateway's must not delay that this one leaves.
            probes.AddRange(gateways().Select(ProbeAsync));
            await Task.Delay(period, TimeProvider.System);
            probes.RemoveAll(probe => probe.IsCompletedSuccessfully);
        }

        await Task.WhenAll(probes);
    }

    private async Task ProbeAsync(Host gateway)
    {
        var isReady = await gateway.ProbeAsync("ready", ProbeTimeoutSeconds) == 200;

        // A new one is out until its first success.
        failures.AddOrUpdate(gateway, isReady ? 0 : threshold, (_, before) => isReady ? 0 : before + 1);
        var now = gateways().Where(host => failures.TryGetValue(host, out var failed) && failed < threshold).ToArray();
        if (now.Length > 0)
        {
            ready = now;
        }
    }
}

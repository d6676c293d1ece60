using System.Collections.Concurrent;
using Bff.Contracts.Cluster;
using Bff.Contracts.Keys;

namespace Bff.Upstream.Governing;

/// <summary>One tenant's calls to v6 in this process: its turns and its breakers.</summary>
internal sealed class TenantTraffic : ISharedBreakers
{
    private readonly TenantId? tenant;
    private readonly ITenantGovernor? governor;
    private readonly GovernorOptions options;
    private readonly TimeProvider time;
    private readonly GovernorMetrics metrics;
    private readonly ConcurrentDictionary<string, OperationBreaker> breakers = new(StringComparer.Ordinal);

    public TenantTraffic(
        TenantId? tenant, ITenantGovernor? governor, TenantBounds bounds, GovernorOptions options, TimeProvider time, GovernorMetrics metrics)
    {
        // Calls without a tenant have nobody to govern them: their bound is each process's own.
        (this.tenant, this.governor) = (tenant, tenant is null ? null : governor);
        (this.options, this.time, this.metrics) = (options, time, metrics);
        Gate = new TenantGate(this.governor is null ? null : LeaseAsync, bounds, time, metrics);
    }

    /// <summary>The bound of calls in flight.</summary>
    public TenantGate Gate { get; }

    /// <summary>The operation's breaker, when anything is known against it.</summary>
    public OperationBreaker? Known(string operation) => breakers.GetValueOrDefault(operation);

    /// <summary>The operation's breaker.</summary>
    public OperationBreaker Breaker(string operation) =>
        breakers.GetOrAdd(operation, id => new OperationBreaker(id, this, options, time, metrics));

    /// <summary>Gives back what is not used. True when nothing is left, so that the tenant can be forgotten.</summary>
    public bool TryRetire()
    {
        foreach (var (operation, breaker) in breakers)
        {
            if (breaker.IsIdle)
            {
                breakers.TryRemove(operation, out _);
            }
        }

        return breakers.IsEmpty && Gate.TryRetire();
    }

    public Task TripAsync(string operation) => governor?.TripAsync(tenant!.Value, operation) ?? Task.CompletedTask;

    public Task<ProbeVerdict> AskProbeAsync(string operation) =>
        governor?.AskProbeAsync(tenant!.Value, operation) ?? Task.FromResult(new ProbeVerdict(ProbeKind.Probe));

    public Task EndProbeAsync(string operation, bool? worked) =>
        governor?.EndProbeAsync(tenant!.Value, operation, worked) ?? Task.CompletedTask;

    private async Task<TenantGrant> LeaseAsync(TenantDemand demand)
    {
        var grant = await governor!.LeaseAsync(tenant!.Value, demand);
        foreach (var broken in grant.Broken)
        {
            Breaker(broken.Operation).Learn(broken.For);
        }

        return grant;
    }
}

using System.Collections.Concurrent;
using Bff.Contracts.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Upstream.Governing;

/// <summary>
/// The tenants whose calls this process makes. Each has its own bound, so that a slow or busy one cannot take the connections of the
/// others. Idle ones are forgotten. Calls without a tenant share one bound of the same size.
/// </summary>
internal sealed class TenantTraffics : IDisposable
{
    private readonly ConcurrentDictionary<string, TenantTraffic> tenants = new(StringComparer.Ordinal);
    private readonly Func<TenantId?, TenantTraffic> create;
    private readonly ITimer sweep;

    public TenantTraffics(
        IServiceProvider services, UpstreamOptions upstream, GovernorOptions options, TimeProvider time, GovernorMetrics metrics)
    {
        var bounds = TenantBounds.Of(upstream, options);
        create = tenant => new TenantTraffic(tenant, services.GetService<ITenantGovernor>(), bounds, options, time, metrics);
        sweep = time.CreateTimer(_ => Sweep(), null, options.LeaseFor, options.LeaseFor);
    }

    /// <summary>The tenant's calls.</summary>
    public TenantTraffic Of(TenantId? tenant) => tenants.GetOrAdd(tenant?.Value ?? "", _ => create(tenant));

    /// <summary>Waits for a turn of the tenant; <paramref name="goesFirst"/> for a call that many others wait for.</summary>
    public ValueTask<Turn> EnterAsync(TenantId? tenant, bool goesFirst, CancellationToken cancellationToken)
    {
        while (true)
        {
            var traffic = Of(tenant);
            if (traffic.Gate.Enter(goesFirst, cancellationToken) is { } turn)
            {
                return turn;
            }

            tenants.TryRemove(new(tenant?.Value ?? "", traffic));
        }
    }

    /// <summary>Gives all that is leased back: this process ends.</summary>
    public Task LeaveAsync() => Task.WhenAll(tenants.Values.Select(traffic => traffic.Gate.LeaveAsync()));

    /// <summary>Whether a call that nobody waits for would take nothing from the tenant's other calls.</summary>
    public bool IsQuiet(TenantId tenant) => !tenants.TryGetValue(tenant.Value, out var traffic) || traffic.Gate.IsQuiet;

    public void Dispose() => sweep.Dispose();

    private void Sweep()
    {
        foreach (var entry in tenants)
        {
            if (entry.Value.TryRetire())
            {
                tenants.TryRemove(entry);
            }
        }
    }
}

using System.Collections.Concurrent;

namespace Bff.Sandbox.Counting;

/// <summary>
/// Calls, commits, concurrent high-water mark and bytes sent, per operation and per operation and tenant. A request keeps the
/// counters it entered, so that a reset in the middle of it cannot leave one below zero.
/// </summary>
internal sealed class Counters
{
    private volatile ConcurrentDictionary<(string Operation, string Tenant), OperationCounter> _counters = new();

    /// <summary>Counter of one operation over all tenants, or in <paramref name="tenant"/>.</summary>
    public OperationCounter this[string operation, string tenant = ""] =>
        _counters.GetOrAdd((operation, tenant), _ => new OperationCounter());

    /// <summary>Counters of the operations that were called, over all tenants or in one.</summary>
    public IReadOnlyDictionary<string, OperationCounter> For(string? tenant) =>
        _counters
            .Where(entry => entry.Key.Tenant == (tenant ?? "") && entry.Value.Calls > 0)
            .ToDictionary(entry => entry.Key.Operation, entry => entry.Value);

    public void Reset() => _counters = new();
}

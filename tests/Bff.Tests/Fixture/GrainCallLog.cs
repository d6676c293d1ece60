using System.Collections.Concurrent;

namespace Bff.Tests.Fixture;

/// <summary>Counts calls that reach grains on all silos, by method and by the grain's key, and how many of a method were under way at once.</summary>
internal sealed class GrainCallLog : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<(string Method, string Grain, string? Asked), int> calls = new();
    private readonly ConcurrentDictionary<string, int> active = new();
    private readonly ConcurrentDictionary<string, int> most = new();

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.InterfaceName?.StartsWith("Bff.Contracts.", StringComparison.Ordinal) != true)
        {
            await context.Invoke();
            return;
        }

        var method = $"{context.InterfaceName["Bff.Contracts.".Length..]}.{context.MethodName}";
        var asked = context.Request.GetArgumentCount() > 0 ? context.Request.GetArgument(0)?.ToString() : null;
        calls.AddOrUpdate((method, context.TargetId.Key.ToString()!, asked), 1, (_, count) => count + 1);
        var now = active.AddOrUpdate(method, 1, (_, count) => count + 1);
        most.AddOrUpdate(method, now, (_, before) => Math.Max(before, now));
        try
        {
            await context.Invoke();
        }
        finally
        {
            active.AddOrUpdate(method, 0, (_, count) => count - 1);
        }
    }

    /// <summary>Calls of a method to grains whose key begins so, each question by itself.</summary>
    public IReadOnlyList<int> Of(string method, string tenant) =>
        [.. calls.Where(call => call.Key.Method.EndsWith(method, StringComparison.Ordinal) && call.Key.Grain.StartsWith(tenant, StringComparison.Ordinal)).Select(call => call.Value)];

    /// <summary>Most calls of a method that were under way at once.</summary>
    public int MostAtOnce(string method) => most.Where(row => row.Key.EndsWith(method, StringComparison.Ordinal)).Select(row => row.Value).DefaultIfEmpty().Max();

    /// <summary>All methods seen, for a test that finds none of what it looks for.</summary>
    public string Seen => string.Join(", ", calls.Keys.Select(call => call.Method).Distinct());
}

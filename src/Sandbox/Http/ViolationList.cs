using System.Collections.Concurrent;

namespace Bff.Sandbox.Http;

/// <summary>A request that the contract does not have.</summary>
/// <param name="Kind">unknownRoute, undeclaredParameter, undeclaredField, or tokenOnPublicOperation (shared answers could become personal).</param>
/// <param name="Subject">Method and path, or operation and name; never a value.</param>
internal sealed record Violation(string Kind, string Subject)
{
    public const string UnknownRoute = "unknownRoute";
    public const string UndeclaredParameter = "undeclaredParameter";
    public const string UndeclaredField = "undeclaredField";
    public const string TokenOnPublicOperation = "tokenOnPublicOperation";
}

/// <summary>How often each contract violation happened. Bounded: the first 1,000 different ones are kept.</summary>
internal sealed class ViolationList
{
    private const int MaxKinds = 1000;
    private readonly ConcurrentDictionary<Violation, int> _counts = new();

    public IReadOnlyDictionary<Violation, int> Counts => _counts;

    public IReadOnlyList<Violation> UnknownRoutes => [.. _counts.Keys.Where(v => v.Kind == Violation.UnknownRoute)];

    public void Add(string kind, string subject)
    {
        var violation = new Violation(kind, subject);
        if (_counts.Count < MaxKinds || _counts.ContainsKey(violation))
        {
            _counts.AddOrUpdate(violation, 1, (_, count) => count + 1);
        }
    }

    public void Clear() => _counts.Clear();
}

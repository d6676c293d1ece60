using System.Collections.Concurrent;
using System.Globalization;

namespace Bff.Sandbox.Tenants;

/// <summary>Numbers that stand for text ids while a quirk sends numbers.</summary>
internal sealed class NumericIds
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public static NumericIds Create(Tenant tenant) => new();

    public int NumberOf(string id) => _numbers.GetOrAdd(id, _ => 100_001 + _numbers.Count);

    /// <summary>The text id of a number handed out before; anything else stays as it is.</summary>
    public string TextOf(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? _numbers.FirstOrDefault(n => n.Value == number).Key ?? id
            : id;
}

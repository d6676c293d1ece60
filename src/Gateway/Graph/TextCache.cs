using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Bff.Gateway.Graph;

/// <summary>
/// Keeps values by text, bounded by the length of texts and values. Two generations bound it: when the young one is full it becomes
/// the old one, and what is asked for again moves back.
/// </summary>
internal sealed class TextCache<TValue>(int capacity, Func<string, TValue, int> lengthOf)
    where TValue : class
{
    private readonly Lock gate = new();
    private ConcurrentDictionary<string, TValue> young = new();
    private ConcurrentDictionary<string, TValue> old = new();
    private int length;

    public bool TryFind(string key, [NotNullWhen(true)] out TValue? value)
    {
        if (young.TryGetValue(key, out value))
        {
            return true;
        }

        if (!old.TryGetValue(key, out value))
        {
            return false;
        }

        Keep(key, value);
        return true;
    }

    /// <summary>Keeps the value, and gives the one that was there before when somebody was quicker.</summary>
    public TValue Keep(string key, TValue value)
    {
        lock (gate)
        {
            var size = lengthOf(key, value);
            if (size > capacity / 2)
            {
                return value;
            }

            if (!young.TryAdd(key, value))
            {
                return young[key];
            }

            length += size;
            if (length > capacity / 2)
            {
                (old, young, length) = (young, new(), 0);
            }

            return value;
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Bff.Gateway.Graph;

/// <summary>
/// Keeps values by key, bounded by the sum of their lengths. Two generations bound it: when the young one is full it becomes the old one, and
/// what is asked for again moves back. A hit takes no lock.
/// </summary>
/// <param name="capacity">Most length of both generations.</param>
/// <param name="lengthOf">What one entry counts.</param>
/// <param name="comparer">Compares keys; one that knows spans too lets <see cref="TryFind{TLookup}"/> look without a key object.</param>
internal sealed class GenerationCache<TKey, TValue>(int capacity, Func<TKey, TValue, int> lengthOf, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock gate = new();
    private ConcurrentDictionary<TKey, TValue> young = new(comparer);
    private ConcurrentDictionary<TKey, TValue> old = new(comparer);
    private int length;

    public bool TryFind(TKey key, [NotNullWhen(true)] out TValue? value)
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

    /// <summary>As the other, by what is equal to a key without being one.</summary>
    public bool TryFind<TLookup>(TLookup lookup, [NotNullWhen(true)] out TValue? value)
        where TLookup : notnull, allows ref struct
    {
        if (young.GetAlternateLookup<TLookup>().TryGetValue(lookup, out value))
        {
            return true;
        }

        if (!old.GetAlternateLookup<TLookup>().TryGetValue(lookup, out var key, out value))
        {
            return false;
        }

        Keep(key, value);
        return true;
    }

    /// <summary>Keeps the value, and gives the one that was there before when somebody was quicker.</summary>
    public TValue Keep(TKey key, TValue value)
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
                (old, young, length) = (young, new(comparer), 0);
            }

            return value;
        }
    }
}

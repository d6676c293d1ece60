using Bff.Contracts.Changes;

namespace Bff.Caching;

/// <summary>The part of a cached value that does not depend on its type: what <see cref="TenantCache"/> keeps its books by.</summary>
public abstract class CacheEntry
{
    private long _lastUsed;

    private protected CacheEntry(CacheKey key, CacheEnvironment environment, TenantPartition? home)
    {
        Key = key;
        Environment = environment;
        Home = home;
        _lastUsed = environment.Time.GetTimestamp();
    }

    /// <summary>The question that it answers.</summary>
    internal CacheKey Key { get; }

    /// <summary>Monotonic stamp of the last call, within <see cref="CacheEnvironment.UseStep"/>.</summary>
    internal long LastUsed => Volatile.Read(ref _lastUsed);

    /// <summary>How many entries its tenant had seen before it.</summary>
    internal long Born { get; init; }

    /// <summary>As what the tenant's books count it; theirs to change.</summary>
    internal EntryContent Booked { get; set; }

    internal abstract EntryContent Content { get; }

    private protected CacheEnvironment Environment { get; }

    private protected CacheArea Area => Key.Area;

    /// <summary>Whose books count it; told of every change, outside of the entry's lock. Null for an entry that stands alone.</summary>
    private protected TenantPartition? Home { get; }

    /// <summary>Everything fetched before the mark is forgotten and cannot come back.</summary>
    internal abstract void Drop(long mark);

    /// <summary>Everything fetched before the mark is asked for again before it is served.</summary>
    internal abstract void Expire(long mark);

    /// <summary>Gives what is kept to a carrier, if it is worth being carried.</summary>
    internal abstract void Carry(ICacheCarrier carrier);

    /// <summary>
    /// False while a fetch is in flight, or before the first: who had the entry made is about to use it. After true nothing can begin or
    /// be put here any more.
    /// </summary>
    internal abstract bool TryRetire();

    // A hot entry is read by all cores: its cache line is written only now and then.
    private protected void Touch(long now)
    {
        if (now - LastUsed > Environment.UseStep)
        {
            Volatile.Write(ref _lastUsed, now);
        }
    }
}

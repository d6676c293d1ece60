using System.Collections.Concurrent;
using Bff.Contracts.Changes;

namespace Bff.Caching;

/// <summary>The entries of one tenant, within their bounds. Look-ups take no lock; what changes the books does.</summary>
internal sealed class TenantPartition(CacheEnvironment environment, TenantCacheLimits limits, CacheSpace? space = null)
{
    // Always taken before an entry's own lock, never after.
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<CacheKey, CacheEntry> _entries = new(concurrencyLevel: 1, capacity: 7);
    private readonly int[] _counts = new int[Enum.GetValues<EntryContent>().Length];
    private long _born;
    private bool _retired;
    private long _lastUsed = environment.Time.GetTimestamp();

    /// <summary>Monotonic stamp of the last call.</summary>
    public long LastUsed => Volatile.Read(ref _lastUsed);

    public CacheCounts Counts
    {
        get
        {
            lock (_gate)
            {
                return new CacheCounts(_counts[(int)EntryContent.Found], _counts[(int)EntryContent.Absent], _counts[(int)EntryContent.Pending]);
            }
        }
    }

    /// <summary>The entry of a key; null when the partition itself is retired.</summary>
    /// <param name="key">The question.</param>
    /// <param name="policy">For a new entry.</param>
    /// <param name="again">The entry found before was being removed: wait until it is.</param>
    public CachedValue<T>? Entry<T>(in CacheKey key, CachePolicy policy, bool again)
        where T : class
    {
        Touch();
        if (!again && _entries.TryGetValue(key, out var entry))
        {
            return OfType<T>(entry);
        }

        var isNew = false;
        lock (_gate)
        {
            if (_retired)
            {
                return null;
            }

            if (!_entries.TryGetValue(key, out entry))
            {
                entry = new CachedValue<T>(key, policy, environment, this) { Born = _born++, Booked = EntryContent.Pending };
                _entries[key] = entry;
                _counts[(int)EntryContent.Pending]++;
                isNew = true;
            }
        }

        if (isNew)
        {
            space?.Took();
        }

        return OfType<T>(entry);
    }

    /// <summary>Counts an entry as what it now holds, and keeps that kind within its bound.</summary>
    public void Rebook(CacheEntry entry)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(entry.Key, out var current) || !ReferenceEquals(current, entry))
            {
                return;
            }

            var content = entry.Content;
            _counts[(int)entry.Booked]--;
            _counts[(int)content]++;
            entry.Booked = content;
            if (content is EntryContent.Empty)
            {
                TryRemove(entry);
            }
            else if (content is not EntryContent.Pending)
            {
                KeepBound(content, content is EntryContent.Found ? limits.EntriesPerTenant : limits.AbsentPerTenant);
            }
        }
    }

    /// <summary>Drops or expires what a change makes stale.</summary>
    public void Outdate(ChangeMark change, bool drop)
    {
        foreach (var (_, entry) in _entries)
        {
            if (!IsTouched(entry, change.Scope))
            {
                continue;
            }

            if (drop)
            {
                entry.Drop(change.At);
            }
            else
            {
                entry.Expire(change.At);
            }
        }
    }

    /// <summary>Gives the entries that were asked for last to a carrier.</summary>
    public void Carry(ICacheCarrier carrier, int most)
    {
        foreach (var entry in _entries.Values.OrderByDescending(entry => entry.LastUsed).Take(most))
        {
            entry.Carry(carrier);
        }
    }

    /// <summary>
    /// Empties and closes the partition. False when a fetch in flight keeps some of it, or before its first entry: who had it made is
    /// about to use it, and would otherwise race with those who make room for others.
    /// </summary>
    public bool TryRetire()
    {
        lock (_gate)
        {
            Clear();
            return _retired = _born > 0 && _entries.IsEmpty;
        }
    }

    /// <summary>Removes all entries but those with a fetch in flight, and says how many.</summary>
    public int Clear()
    {
        lock (_gate)
        {
            var before = _entries.Count;
            foreach (var (_, entry) in _entries)
            {
                Evict(entry);
            }

            return before - _entries.Count;
        }
    }

    private static CachedValue<T> OfType<T>(CacheEntry entry)
        where T : class =>
        entry as CachedValue<T> ?? throw new InvalidOperationException($"The cache area {entry.Key.Area} holds two types under one key.");

    // A thing that did not exist, or is not known yet, may be the one that the change made.
    private static bool IsTouched(CacheEntry entry, CacheTag? scope) =>
        scope is not { } tag || entry.Key.IsTouchedBy(tag) || (tag.Area == entry.Key.Area && entry.Content is not EntryContent.Found);

    // A sixteenth is removed at once, so that the search is paid for once in many insertions.
    private void KeepBound(EntryContent kind, int bound)
    {
        if (_counts[(int)kind] <= bound)
        {
            return;
        }

        var eldestFirst = _entries.Values.Where(entry => entry.Booked == kind)
            .Select(entry => (entry.LastUsed, entry.Born, Entry: entry))
            .OrderBy(use => use.LastUsed).ThenBy(use => use.Born);
        foreach (var use in eldestFirst)
        {
            if (_counts[(int)kind] <= bound - (bound / 16))
            {
                return;
            }

            Evict(use.Entry);
        }
    }

    private void Evict(CacheEntry entry)
    {
        if (TryRemove(entry))
        {
            environment.Observer.Evicted(entry.Key.Area);
        }
    }

    private bool TryRemove(CacheEntry entry)
    {
        if (!entry.TryRetire())
        {
            return false;
        }

        _counts[(int)entry.Booked]--;
        return _entries.TryRemove(entry.Key, out _);
    }

    private void Touch()
    {
        var now = environment.Time.GetTimestamp();
        if (now - LastUsed > environment.UseStep)
        {
            Volatile.Write(ref _lastUsed, now);
        }
    }
}

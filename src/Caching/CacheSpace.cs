namespace Bff.Caching;

/// <summary>
/// The bound over all caches of one layer of a process. Beyond it everything of those is removed that nobody asked about for longest: of a
/// tenant, or of one customer. Caches join by themselves and are not kept alive by it.
/// </summary>
/// <param name="most">Most entries.</param>
public sealed class CacheSpace(int most)
{
    private readonly Lock _gate = new();
    private List<WeakReference<TenantPartition>> _partitions = [];
    private int _pruneAt = 1_024;
    private long _used;

    /// <summary>Entries that are held now.</summary>
    public long Entries
    {
        get
        {
            lock (_gate)
            {
                return Live().Sum(partition => SizeOf(partition));
            }
        }
    }

    internal void Join(TenantPartition partition)
    {
        lock (_gate)
        {
            _partitions.Add(new WeakReference<TenantPartition>(partition));
            if (_partitions.Count >= _pruneAt)
            {
                Prune();
            }
        }
    }

    /// <summary>An entry has come. Called outside of all locks.</summary>
    internal void Took()
    {
        // Only one makes room; the others need not wait for it.
        if (Interlocked.Increment(ref _used) > most && _gate.TryEnter())
        {
            try
            {
                MakeRoom();
            }
            finally
            {
                _gate.Exit();
            }
        }
    }

    // A sixteenth more than is needed, so that the search is paid for once in many insertions.
    private void MakeRoom()
    {
        Prune();
        var eldestFirst = Live().Select(partition => (partition.LastUsed, Partition: partition)).OrderBy(use => use.LastUsed).ToList();
        var used = eldestFirst.Sum(use => SizeOf(use.Partition));
        if (used > most)
        {
            foreach (var (_, partition) in eldestFirst.TakeWhile(_ => used > most - (most / 16)))
            {
                used -= partition.Clear();
            }
        }

        Interlocked.Exchange(ref _used, used);
    }

    private void Prune()
    {
        _partitions = [.. _partitions.Where(reference => reference.TryGetTarget(out _))];
        _pruneAt = Math.Max(1_024, _partitions.Count * 2);
    }

    private IEnumerable<TenantPartition> Live() =>
        _partitions.Select(reference => reference.TryGetTarget(out var partition) ? partition : null).OfType<TenantPartition>();

    private static long SizeOf(TenantPartition partition) => partition.Counts is var counts ? counts.Found + counts.Absent + counts.Pending : 0;
}

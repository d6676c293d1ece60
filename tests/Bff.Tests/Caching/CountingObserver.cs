using System.Collections.Concurrent;
using Bff.Caching;
using Bff.Contracts.Changes;

namespace Bff.Tests.Caching;

/// <summary>Counts what a cache reports.</summary>
internal sealed class CountingObserver : ICacheObserver
{
    private readonly ConcurrentDictionary<CacheVerdict, int> _served = new();
    private int _started;
    private int _ended;
    private int _threw;
    private int _evicted;

    public int Started => Volatile.Read(ref _started);

    public int Ended => Volatile.Read(ref _ended);

    public int Threw => Volatile.Read(ref _threw);

    public int EvictedCount => Volatile.Read(ref _evicted);

    public int Count(CacheVerdict verdict) => _served.GetValueOrDefault(verdict);

    public void Served(in CacheKey key, CacheVerdict verdict) => _served.AddOrUpdate(verdict, 1, static (_, count) => count + 1);

    public void FetchStarted(in CacheKey key, bool background) => Interlocked.Increment(ref _started);

    public void FetchEnded(in CacheKey key, FetchOutcome outcome) => Interlocked.Increment(ref _ended);

    public void FetchThrew(CacheArea area, Exception exception) => Interlocked.Increment(ref _threw);

    public void Evicted(CacheArea area) => Interlocked.Increment(ref _evicted);
}

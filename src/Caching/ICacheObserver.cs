using Bff.Contracts.Changes;

namespace Bff.Caching;

/// <summary>
/// Is told what a cache does. Called on the hot path and from any thread: must be fast and must not throw. Every answered call gets
/// exactly one verdict and every fetch exactly one outcome, so calls minus fetches are the calls that the source was spared.
/// </summary>
public interface ICacheObserver
{
    /// <summary>Sees nothing.</summary>
    static ICacheObserver None { get; } = new Blind();

    /// <summary>A call was answered.</summary>
    /// <param name="key">The question.</param>
    /// <param name="verdict">What its answer was made of.</param>
    void Served(in CacheKey key, CacheVerdict verdict)
    {
    }

    /// <summary>The source was asked.</summary>
    /// <param name="key">The question.</param>
    /// <param name="background">A refresh that nobody waits for.</param>
    void FetchStarted(in CacheKey key, bool background)
    {
    }

    /// <summary>The source has answered, or will not.</summary>
    void FetchEnded(in CacheKey key, FetchOutcome outcome)
    {
    }

    /// <summary>A fetch threw instead of returning a failure: a defect. Its waiters got <c>INTERNAL_ERROR</c>.</summary>
    void FetchThrew(CacheArea area, Exception exception)
    {
    }

    /// <summary>An entry was removed to keep a bound.</summary>
    void Evicted(CacheArea area)
    {
    }

    private sealed class Blind : ICacheObserver;
}

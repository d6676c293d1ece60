using Bff.Contracts.Answers;

namespace Bff.Caching;

/// <summary>What an entry holds at one moment, immutable, so that a hit reads it without a lock. Times are monotonic stamps.</summary>
/// <param name="Answer">What is served, the same instance for every hit.</param>
/// <param name="EagerAt">From here on a hit starts one refresh in the background.</param>
/// <param name="ServeUntil">Until here it is served without asking.</param>
/// <param name="StaleUntil">Until here it may be served while the source fails; not after <paramref name="ServeUntil"/> when absent.</param>
internal sealed record Kept<T>(Answer<T> Answer, long EagerAt, long ServeUntil, long StaleUntil)
    where T : class
{
    public CacheVerdict Verdict { get; } = Answer.IsStale ? CacheVerdict.Stale : Answer.IsFound ? CacheVerdict.Hit : CacheVerdict.Absent;

    public bool IsFreshFor(long now, long atLeast) => now < ServeUntil && Answer.Version >= atLeast;

    public bool IsFallbackFor(long now, long atLeast) => Answer.IsFound && now < StaleUntil && Answer.Version >= atLeast;

    /// <summary>An answer that has just come.</summary>
    public static Kept<T> From(Answer<T> answer, CachePolicy policy, CacheEnvironment environment, long now)
    {
        var freshFor = answer.FreshUntil - environment.Time.GetUtcNow();
        freshFor = freshFor > TimeSpan.Zero ? freshFor : TimeSpan.Zero;
        var serveUntil = environment.After(now, freshFor);
        var eager = answer.IsFound && !answer.IsStale && policy.EagerRefresh > 0;
        return new Kept<T>(
            answer,
            eager ? environment.After(now, freshFor * (1 - policy.EagerRefresh)) : long.MaxValue,
            serveUntil,
            answer.IsFound ? environment.After(serveUntil, policy.StaleIfError) : serveUntil);
    }

    /// <summary>
    /// The same after the source failed or was slow: a fresh value rests from refreshing, a fallback is served as stale for that long.
    /// </summary>
    public Kept<T> After(TimeSpan rest, CacheEnvironment environment, long now)
    {
        var until = environment.After(now, rest);
        if (now < ServeUntil)
        {
            return EagerAt == long.MaxValue ? this : this with { EagerAt = until };
        }

        if (!IsFallbackFor(now, atLeast: 0))
        {
            return this;
        }

        until = Math.Min(until, StaleUntil);
        var label = environment.Time.GetUtcNow() + environment.Time.GetElapsedTime(now, until);
        return new Kept<T>(Answer with { IsStale = true, FreshUntil = label }, long.MaxValue, until, StaleUntil);
    }

    /// <summary>The same, to be asked for again before it is served; null when it is no fallback either.</summary>
    public Kept<T>? Expired(TimeSpan staleIfError, CacheEnvironment environment, long now) =>
        !Answer.IsFound ? null : this with
        {
            EagerAt = long.MaxValue,
            ServeUntil = now,
            StaleUntil = Math.Min(StaleUntil, environment.After(now, staleIfError)),
        };
}

using Bff.Contracts.Answers;

namespace Bff.Caching;

/// <summary>The source of truth behind an owner cache (v6): the cache itself says how long its answers live and which version they are.</summary>
internal readonly struct OwnerSource<T, TState>(
    CacheEnvironment environment,
    CachePolicy policy,
    TState state,
    Func<TState, CancellationToken, Task<Fetched<T>>> fetch) : ICacheSource<T>
    where T : class
{
    public long NextFloor(long atLeast) => environment.Clock.Next(atLeast);

    public async Task<Answer<T>> AskAsync(long floor, CancellationToken cancellationToken)
    {
        // What changed before the source was asked is in its answer; what changed while it answered may not be.
        var asOf = environment.Time.GetUtcNow();
        var fetched = await fetch(state, cancellationToken);
        return fetched.IsFailed ? Answer<T>.Failed(fetched.Failure) : environment.Fresh(fetched.Value, policy, asOf, floor);
    }
}

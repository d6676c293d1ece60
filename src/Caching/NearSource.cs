using Bff.Contracts.Answers;

namespace Bff.Caching;

/// <summary>
/// Answers that were kept before: of a remote owner behind a near cache, or of the same owner where one is made of others. They say how old
/// they are and which version, and must not be below the floor.
/// </summary>
internal readonly struct NearSource<T, TState>(
    CacheEnvironment environment,
    CachePolicy policy,
    TState state,
    Func<TState, long, CancellationToken, Task<Answer<T>>> ask) : ICacheSource<T>
    where T : class
{
    public long NextFloor(long atLeast) => atLeast;

    public async Task<Answer<T>> AskAsync(long floor, CancellationToken cancellationToken)
    {
        var answer = await ask(state, floor, cancellationToken);
        if (answer.IsFailed)
        {
            return answer;
        }

        // The limit is passed on too: what is built from this answer must not outlive the time in which a lost notice is made up for.
        var limit = environment.Time.GetUtcNow() + policy.Lifetime(answer.IsFound, environment.Chance());
        return answer.FreshUntil <= limit ? answer : answer with { FreshUntil = limit };
    }
}

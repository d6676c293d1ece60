using Bff.Contracts.Answers;

namespace Bff.Caching;

/// <summary>Where an entry's values come from. Implemented by structs, so that a hit allocates nothing for it.</summary>
internal interface ICacheSource<T>
    where T : class
{
    /// <summary>The floor of a fetch that begins now and must bring nothing older than <paramref name="atLeast"/>. Called under the entry's lock.</summary>
    long NextFloor(long atLeast);

    /// <summary>Asks. The answer's version is at least <paramref name="floor"/>, or the answer is a failure.</summary>
    Task<Answer<T>> AskAsync(long floor, CancellationToken cancellationToken);
}

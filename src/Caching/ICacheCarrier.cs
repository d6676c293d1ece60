using Bff.Contracts.Answers;

namespace Bff.Caching;

/// <summary>Takes what is kept elsewhere: when an owner moves, its successor need not ask the source again.</summary>
public interface ICacheCarrier
{
    /// <summary>Takes one found and fresh answer.</summary>
    /// <param name="key">The question.</param>
    /// <param name="policy">How long its answers live.</param>
    /// <param name="answer">The answer.</param>
    void Carry<T>(CacheKey key, CachePolicy policy, Answer<T> answer)
        where T : class;
}

using Bff.Contracts.Answers;

namespace Bff.Grains.Caching;

/// <summary>Answers of the operations that are never kept.</summary>
internal static class UncachedAnswers
{
    /// <summary>An answer that is over as soon as it is given.</summary>
    public static Answer<T> AsOf<T>(this Fetched<T> fetched, DateTimeOffset now)
        where T : class =>
        new(fetched.Value, fetched.Failure, now, now, now.UtcTicks, IsStale: false);
}

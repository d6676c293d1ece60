using Bff.Contracts.Answers;

namespace Bff.Gateway.Graph;

/// <summary>
/// The weakest freshness of all answers that one request has read: how long the whole reply may be kept.
/// Resolvers of one request run at the same time, hence the lock.
/// </summary>
internal sealed class Freshness
{
    private readonly Lock gate = new();

    /// <summary>Until when every answer is fresh; the far future when nothing was read.</summary>
    public DateTimeOffset FreshUntil { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>One answer was served although its time is over.</summary>
    public bool IsStale { get; private set; }

    /// <summary>One answer was a failure: the reply must not be kept.</summary>
    public bool IsFailed { get; private set; }

    public void Observe<T>(Answer<T> answer)
        where T : class
    {
        lock (gate)
        {
            IsFailed |= answer.IsFailed;
            IsStale |= answer.IsStale;
            if (!answer.IsFailed && answer.FreshUntil < FreshUntil)
            {
                FreshUntil = answer.FreshUntil;
            }
        }
    }
}

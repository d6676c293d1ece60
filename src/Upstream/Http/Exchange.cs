using Bff.Contracts.Answers;

namespace Bff.Upstream.Http;

/// <summary>How one HTTP exchange ended: with an answer or with a fault.</summary>
internal abstract record Exchange
{
    /// <summary>A complete HTTP answer.</summary>
    public sealed record Answered(int Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter) : Exchange;

    /// <summary>No complete answer.</summary>
    /// <param name="Failure">Why, in our codes.</param>
    /// <param name="MayHaveReached">v6 may have received the whole request.</param>
    public sealed record Faulted(Failure Failure, bool MayHaveReached) : Exchange;
}

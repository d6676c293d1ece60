using Bff.Contracts.Answers;

namespace Bff.Upstream.Http;

/// <summary>What became of one mutation. It was sent once at most, whatever happened.</summary>
internal abstract record Sent<T>
    where T : class
{
    private Sent()
    {
    }

    /// <summary>v6 did it (2xx).</summary>
    /// <param name="Value">v6's answer; null when it came without a body (notes V44).</param>
    public sealed record Done(T? Value) : Sent<T>;

    /// <summary>v6 said no; nothing changed.</summary>
    public sealed record Refused(Refusal Refusal) : Sent<T>;

    /// <summary>The request did not leave this process in full; nothing changed.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record NotSent(Failure Failure) : Sent<T>;

    /// <summary>It may or may not have happened: no answer, or none that says.</summary>
    /// <param name="Cause">What stood in the way of the answer; its <c>Retryable</c> is false, because sending again is not safe.</param>
    public sealed record Unknown(Failure Cause) : Sent<T>;
}

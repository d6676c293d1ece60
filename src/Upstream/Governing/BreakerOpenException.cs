namespace Bff.Upstream.Governing;

/// <summary>A call did not begin, because its operation is broken.</summary>
/// <param name="wait">When it makes sense to come back.</param>
internal sealed class BreakerOpenException(TimeSpan wait) : Exception("The operation's breaker is open.")
{
    /// <summary>When it makes sense to come back.</summary>
    public TimeSpan Wait { get; } = wait;
}

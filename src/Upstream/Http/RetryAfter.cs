namespace Bff.Upstream.Http;

/// <summary>The <c>Retry-After</c> header (RFC 9110 §10.2.3).</summary>
internal static class RetryAfter
{
    // Longer waits are not believed: a caller would be kept away by a typo.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How long v6 asks to wait; null when it does not say.</summary>
    public static TimeSpan? Of(HttpResponseMessage? answer, TimeProvider time)
    {
        var wait = answer?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait switch
        {
            null => null,
            { Ticks: < 0 } => TimeSpan.Zero,
            { } asked => asked < Longest ? asked : Longest,
        };
    }
}

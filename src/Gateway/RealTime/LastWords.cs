namespace Bff.Gateway.RealTime;

/// <summary>What a connection whose session has ended still has time for.</summary>
internal static class LastWords
{
    /// <summary>
    /// So long what listens to that very event may take to say so. With the half second for which a verdict may be believed
    /// (<see cref="Auth.SessionEdgeOptions.VerdictFor"/>) it stays within the second in which a revoked connection has to be closed.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);
}

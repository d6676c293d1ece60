namespace Bff.Gateway.RealTime;

/// <summary>What a connection whose session has ended still has time for.</summary>
internal static class LastWords
{
    /// <summary>
    /// So long what listens to that very event may take to say so. With the time for which a verdict may be believed
    /// (<see cref="Auth.SessionEdgeOptions.VerdictFor"/>) and the age of what it stands on, it stays within the second in which a revoked
    /// connection has to be closed; a test adds them up.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);
}

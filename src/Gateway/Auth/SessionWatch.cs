namespace Bff.Gateway.Auth;

/// <summary>
/// For connections that stay open (WebSocket, SSE): tells when the session they began with is no longer good. It asks by the same
/// short-lived verdicts as requests do, so a hundred subscriptions of one session cost the cluster what one request does.
/// </summary>
internal sealed class SessionWatch(TimeProvider time)
{
    // While verdicts are not believed for any time, and while nobody can give one.
    private static readonly TimeSpan WithoutVerdict = TimeSpan.FromMilliseconds(100);

    /// <summary>Timers may end some milliseconds early; asking then would be answered by the same verdict, over and over.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Completes when the session has ended; never for a caller without one. It asks again when the present verdict is no longer
    /// believed, so that waiting adds nothing to that time. That nobody can tell is no end: a restarting cluster must not close every
    /// connection.
    /// </summary>
    /// <exception cref="OperationCanceledException">The connection was closed first.</exception>
    public async Task EndedAsync(RequestIdentity identity, CancellationToken connectionClosed)
    {
        while (await identity.IsStillGoodAsync())
        {
            var believed = identity.BelievedFor();
            var pause = believed > TimeSpan.Zero ? believed + Margin : WithoutVerdict;
            await Task.Delay(identity.Mode is CredentialMode.None ? Timeout.InfiniteTimeSpan : pause, time, connectionClosed);
        }
    }
}

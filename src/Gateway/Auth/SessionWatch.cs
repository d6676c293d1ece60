using Microsoft.Extensions.Options;

namespace Bff.Gateway.Auth;

/// <summary>
/// For connections that stay open (WebSocket, SSE): tells when the session they began with is no longer good. It asks by the same
/// short-lived verdicts as requests do, so a hundred subscriptions of one session cost the cluster what one request does.
/// </summary>
internal sealed class SessionWatch(IOptions<SessionEdgeOptions> options, TimeProvider time)
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Completes when the session has ended; never for a caller without one. That nobody can tell is no end: a restarting cluster must
    /// not close every connection.
    /// </summary>
    /// <exception cref="OperationCanceledException">The connection was closed first.</exception>
    public async Task EndedAsync(RequestIdentity identity, CancellationToken connectionClosed)
    {
        var pause = options.Value.VerdictFor > LeastPause ? options.Value.VerdictFor : LeastPause;
        while (await identity.IsStillGoodAsync())
        {
            await Task.Delay(identity.Mode is CredentialMode.None ? Timeout.InfiniteTimeSpan : pause, time, connectionClosed);
        }
    }
}

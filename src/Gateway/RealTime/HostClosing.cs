using Bff.ServiceDefaults.Shutdown;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.RealTime;

/// <summary>
/// Tells open connections to leave when the gateway stops: not at once, but when load balancers have seen that it is not ready any more, so
/// that clients that connect again reach another one.
/// </summary>
internal sealed class HostClosing : IDisposable
{
    private readonly CancellationTokenSource closing;
    private readonly CancellationTokenRegistration stopping;

    public HostClosing(IHostApplicationLifetime lifetime, IOptions<ShutdownOptions> shutdown, TimeProvider time)
    {
        closing = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        stopping = lifetime.ApplicationStopping.Register(() => closing.CancelAfter(TimeSpan.FromSeconds(shutdown.Value.NotReadySeconds)));
    }

    public CancellationToken Token => closing.Token;

    public void Dispose()
    {
        stopping.Dispose();
        closing.Dispose();
    }
}

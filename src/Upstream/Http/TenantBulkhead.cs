using System.Threading.RateLimiting;
using Bff.Contracts.Keys;

namespace Bff.Upstream.Http;

/// <summary>
/// Bounds each tenant's calls in flight and in the queue, so that a slow or busy tenant cannot take the connections of the others.
/// Calls without a tenant share one bound of the same size. Idle tenants cost nothing: the limiter forgets them.
/// </summary>
internal sealed class TenantBulkhead(UpstreamOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<TenantId?> limiter = PartitionedRateLimiter.Create<TenantId?, string>(tenant =>
        RateLimitPartition.GetConcurrencyLimiter(tenant?.Value ?? "", _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = options.CallsPerTenant,
            QueueLimit = options.QueuePerTenant,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    /// <summary>Waits for a turn; a lease that is not acquired means that the queue is full.</summary>
    public ValueTask<RateLimitLease> EnterAsync(TenantId? tenant, CancellationToken cancellationToken) =>
        limiter.AcquireAsync(tenant, 1, cancellationToken);

    public void Dispose() => limiter.Dispose();
}

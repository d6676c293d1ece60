using Bff.Contracts.Cluster;

namespace Bff.Grains.Cluster;

/// <summary>
/// Who holds how many of a tenant's permits.
/// 1. A silo is counted with the most of what it was granted, what it held before (the reply may be lost) and its calls in flight; until
///    it has not been heard of for so long that its last call must have ended.
/// 2. It gets what it wants, as far as permits are free. While another silo got less than it wanted, nobody gets more than an equal share.
/// 3. What an earlier activation may have granted is unknown until it has run out, and counted in full. A silo that renews is moved from
///    there into the book.
/// </summary>
internal sealed class LeaseBook(int permits, TimeSpan hold, TimeProvider time)
{
    private readonly Dictionary<string, Lease> leases = new(StringComparer.Ordinal);
    private int inherited;
    private DateTimeOffset inheritedUntil;

    /// <summary>Permits that silos may be using.</summary>
    public int Total => leases.Values.Sum(lease => lease.Counted) + inherited;

    /// <summary>When the last of them must have come back, if nobody asks again.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Takes over from an earlier activation.</summary>
    public void Inherit(int most, DateTimeOffset until) => (inherited, inheritedUntil) = (Math.Min(most, permits), until);

    /// <summary>Answers a silo.</summary>
    /// <returns>Permits that it may use.</returns>
    public int Grant(TenantDemand demand)
    {
        Expire();
        var known = leases.GetValueOrDefault(demand.Silo);
        if (known is not null && demand.Sequence < known.Sequence)
        {
            return known.Granted;
        }

        if (known is null)
        {
            // Step 3.
            inherited = Math.Max(0, inherited - Math.Max(demand.Held, demand.InFlight));
        }

        leases.Remove(demand.Silo);
        var granted = Math.Clamp(Math.Min(demand.Wanted, Share()), 0, Math.Max(0, permits - Total));

        // Step 1.
        var counted = Math.Max(granted, Math.Max(demand.Held, demand.InFlight));
        if (counted > 0 || demand.Wanted > 0)
        {
            leases[demand.Silo] = new Lease(demand.Sequence, granted, counted, demand.Wanted > granted, time.GetUtcNow() + hold);
        }

        EndsAt = time.GetUtcNow() + hold;
        return granted;
    }

    // Step 2.
    private int Share() => leases.Values.Any(lease => lease.IsShort) ? Math.Max(1, permits / (leases.Count + 1)) : permits;

    private void Expire()
    {
        var now = time.GetUtcNow();
        foreach (var (silo, lease) in leases)
        {
            if (lease.Until <= now)
            {
                leases.Remove(silo);
            }
        }

        inherited = now < inheritedUntil ? inherited : 0;
    }

    private sealed record Lease(long Sequence, int Granted, int Counted, bool IsShort, DateTimeOffset Until);
}

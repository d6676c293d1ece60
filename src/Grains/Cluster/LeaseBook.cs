using Bff.Contracts.Cluster;

namespace Bff.Grains.Cluster;

/// <summary>
/// Who holds how many of a tenant's permits.
/// 1. A silo is counted with the most of what it was granted, what it held before (the reply may be lost) and its calls in flight; until
///    it has not been heard of for so long that its last call must have ended.
/// 2. It gets what it wants, as far as permits are free. While another silo got less than it wanted, nobody gets more than an equal share.
/// 3. What an earlier activation may have granted is counted in full until it has run out, each silo's part until that silo asks: what it
///    says of itself is newer. A part of which nobody knows whose it is goes down by what silos say that they hold.
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

    /// <summary>What each silo may be using.</summary>
    public Dictionary<string, int> Shares => leases.Where(lease => lease.Value.Counted > 0).ToDictionary(lease => lease.Key, lease => lease.Value.Counted);

    /// <summary>Takes over from an earlier activation.</summary>
    /// <param name="shares">What each silo may be using.</param>
    /// <param name="most">What all together may be using.</param>
    /// <param name="until">When that is over.</param>
    public void Inherit(IReadOnlyDictionary<string, int> shares, int most, DateTimeOffset until)
    {
        foreach (var (silo, share) in shares)
        {
            leases[silo] = new Lease(long.MinValue, share, share, IsShort: false, until);
        }

        (inherited, inheritedUntil) = (Math.Max(0, Math.Min(most, permits) - shares.Values.Sum()), until);
    }

    /// <summary>No silo may be using more than was written.</summary>
    public bool IsWithin(StoredLeases written) =>
        EndsAt <= written.Until && leases.All(lease => lease.Value.Counted <= written.Shares.GetValueOrDefault(lease.Key));

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

namespace Bff.Grains.Auth;

/// <summary>Until when which gateway believes a verdict on one session. It counts from when it asked, we from when we heard: ours ends later.</summary>
internal sealed class VerdictLeases
{
    // A timer may end some milliseconds early: its clock is coarser than the one that gateways measure a lease by.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<Guid, DateTimeOffset> leases = [];

    public void Grant(Guid gateway, DateTimeOffset now, TimeSpan lease)
    {
        foreach (var (other, until) in leases)
        {
            if (until < now)
            {
                leases.Remove(other);
            }
        }

        leases[gateway] = now + lease + Margin;
    }

    /// <summary>How long until all but this gateway ask again.</summary>
    public TimeSpan LeftWithout(Guid gateway, DateTimeOffset now)
    {
        var last = leases.Where(lease => lease.Key != gateway).Select(lease => lease.Value).DefaultIfEmpty(now).Max();
        return last > now ? last - now : TimeSpan.Zero;
    }
}

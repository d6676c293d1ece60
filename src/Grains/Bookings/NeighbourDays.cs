using Bff.Contracts.Bookings;
using Bff.Contracts.Keys;
using Bff.Upstream.Governing;
using Bff.Upstream.Operations;

namespace Bff.Grains.Bookings;

/// <summary>
/// Who looks at a day often opens the next one: it is read ahead. Only a customer's read starts that, at most once in the time for which
/// slots are fresh; so nothing is read for a tenant without customers, and reading ahead never makes more reading ahead. It takes permits
/// that nobody else would use.
/// </summary>
internal sealed class NeighbourDays(SlotDayKey key, BookingOptions options, TenantTraffics traffic, IGrainFactory grains, TimeProvider time)
{
    private const int MostQueries = 16;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(V6Operations.ListServiceSlots.FreshSeconds!.Value);

    private readonly Dictionary<SlotQuery, long> warmedAt = [];

    /// <summary>The tenant's calls leave almost all of their permits unused.</summary>
    public bool IsQuiet => traffic.IsQuiet(key.Tenant);

    /// <summary>A customer has read this day. Nobody waits for what follows.</summary>
    public void Warm(SlotQuery query)
    {
        var now = time.GetTimestamp();
        var isRecent = warmedAt.TryGetValue(query, out var at) && time.GetElapsedTime(at, now) < Pause;
        if (options.PrefetchDays == 0 || isRecent || !IsQuiet)
        {
            return;
        }

        if (warmedAt.Count >= MostQueries)
        {
            warmedAt.Clear();
        }

        warmedAt[query] = now;
        for (var i = 1; i <= options.PrefetchDays; i++)
        {
            var next = key with { Day = key.Day.AddDays(i) };
            grains.GetGrain<ISlotDayGrain>(next.ToString()).WarmAsync(query).Ignore();
        }
    }
}

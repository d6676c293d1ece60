using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Grains.Caching;
using Bff.Upstream.Operations;

namespace Bff.Grains.Bookings;

/// <summary>
/// v6's slots of one day. Customers get what is fresh by the rules of the cache; those who may be too late for a place are told by the last
/// reading less what was booked since, so that a crowd costs v6 nothing.
/// </summary>
/// <param name="cache">What is kept for customers.</param>
/// <param name="read">Asks v6.</param>
/// <param name="arrived">Told of every new reading of the whole day.</param>
/// <param name="time">The clock.</param>
internal sealed class SlotReadings(
    OwnerCache cache, Func<SlotQuery, CancellationToken, Task<Fetched<SlotReading>>> read, Action<SlotReading> arrived, TimeProvider time)
{
    private const int MostQueries = 64;
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(V6Operations.ListServiceSlots.FreshSeconds!.Value);

    private readonly Dictionary<SlotQuery, SlotReading> last = [];
    private int forgotten;

    /// <summary>The slots, fetched once for all who wait.</summary>
    /// <param name="query">Which of them.</param>
    /// <param name="atLeast">A mark: nothing that was fetched before it.</param>
    public Task<Answer<SlotReading>> GetAsync(SlotQuery query, long atLeast = 0) => cache.GetAsync(
        V6Operations.ListServiceSlots,
        CacheKey.List(CacheAreas.Slots, query.Staff, query.Resource),
        cancellation => FetchAsync(query, cancellation),
        atLeast);

    /// <summary>All slots of the day; with <paramref name="again"/> as v6 has them from now on.</summary>
    public Task<Answer<SlotReading>> DayAsync(bool again) => GetAsync(SlotQuery.All, again ? cache.Mark() : 0);

    /// <summary>The slots around a place; null when v6 cannot tell them.</summary>
    /// <param name="place">The place.</param>
    /// <param name="again">The last reading did not help.</param>
    public async Task<SlotReading?> AroundAsync(SlotPlace place, bool again)
    {
        var query = new SlotQuery(IdOf(place.StaffId), IdOf(place.ResourceId));
        return !again && last.TryGetValue(query, out var kept) && time.GetUtcNow() - kept.Answered < GoodFor
            ? kept
            : (await GetAsync(query)).Value;
    }

    /// <summary>Something else than a booking through this grain has changed the day.</summary>
    public void Forget()
    {
        forgotten++;
        last.Clear();
    }

    private async Task<Fetched<SlotReading>> FetchAsync(SlotQuery query, CancellationToken cancellation)
    {
        var before = forgotten;
        var fetched = await read(query, cancellation);
        if (fetched.Value is { } reading && before == forgotten)
        {
            if (last.Count >= MostQueries)
            {
                last.Clear();
            }

            last[query] = reading;
            if (query == SlotQuery.All)
            {
                arrived(reading);
            }
        }

        return fetched;
    }

    private static EntityId? IdOf(string? text) => text is null ? null : EntityId.Parse(text);
}

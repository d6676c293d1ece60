using System.Collections.Concurrent;
using Bff.Caching;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;

namespace Bff.Tests.Caching;

/// <summary>Real threads on a cache so small that entries and tenants are evicted all the time, while things change.</summary>
public sealed class TenantCacheStressTests(ITestOutputHelper output)
{
    private static readonly CacheArea Area = CacheArea.Parse("stress");
    private static readonly CachePolicy Lasting = CachePolicy.Catalog(TimeSpan.FromMinutes(5));

    // Over at once, so that what is evicted is also what must be fetched again.
    private static readonly CachePolicy Passing = CachePolicy.Catalog(TimeSpan.FromTicks(200));
    private readonly int _seed = System.Environment.TickCount;
    private readonly ConcurrentDictionary<(TenantId, int), int> _inFlight = new();
    private readonly int[] _truth = new int[12];
    private int _doubled;

    private readonly TenantCache _cache = new(
        new CacheEnvironment(TimeProvider.System, ICacheObserver.None),
        new TenantCacheLimits { EntriesPerTenant = 4, AbsentPerTenant = 1, Tenants = 2 });

    [Fact]
    public async Task Eviction_never_doubles_a_fetch()
    {
        output.WriteLine($"seed {_seed}");
        await Crew.RunAsync(_seed, async random =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                await ReadAsync(random, Passing);
            }
        });

        _doubled.ShouldBe(0, $"seed {_seed}");
    }

    [Fact]
    public async Task Neither_eviction_nor_a_new_entry_hides_anything_from_a_drop()
    {
        output.WriteLine($"seed {_seed}");
        var dropped = new int[_truth.Length];

        await Crew.RunAsync(_seed, async random =>
        {
            for (var i = 0; i < 4_000; i++)
            {
                var thing = random.Next(_truth.Length);
                if (random.Next(8) == 0)
                {
                    var change = Interlocked.Increment(ref _truth[thing]);
                    _cache.Drop(TenantOf(thing), random.Next(3) switch { 0 => null, 1 => new CacheTag(Area), _ => new CacheTag(Area, $"{thing}") });
                    Crew.RaiseTo(ref dropped[thing], change);
                }

                var least = Volatile.Read(ref dropped[thing]);
                (await ReadAsync(random, Lasting, thing)).ShouldBeGreaterThanOrEqualTo(least, $"seed {_seed}");
            }
        });

        _cache.Counts.Pending.ShouldBe(0);
    }

    private static TenantId TenantOf(int thing) => TenantId.Parse($"t{thing % 3}");

    private async Task<int> ReadAsync(Random random, CachePolicy policy, int? one = null)
    {
        var thing = one ?? random.Next(_truth.Length);
        var absent = one is null && thing % 4 == 0;
        var slow = random.Next(2) == 0;
        var answer = await _cache.GetAsync(TenantOf(thing), CacheKey.One(Area, $"{thing}"), policy, async _ =>
        {
            if (_inFlight.AddOrUpdate((TenantOf(thing), thing), 1, static (_, count) => count + 1) > 1)
            {
                Interlocked.Increment(ref _doubled);
            }

            var seen = Volatile.Read(ref _truth[thing]);
            if (slow)
            {
                await Task.Yield();
            }

            _inFlight.AddOrUpdate((TenantOf(thing), thing), 0, static (_, count) => count - 1);
            return absent ? default : Item.Found(seen);
        });
        return answer.Value?.Number ?? 0;
    }
}

using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;

namespace Bff.Tests.Caching;

/// <summary>Real threads. The source gives a running number that it reads when a fetch begins and hands out a little later.</summary>
public sealed class CachedValueStressTests(ITestOutputHelper output)
{
    private static readonly CacheEnvironment Environment = new(TimeProvider.System, ICacheObserver.None);
    private readonly int _seed = System.Environment.TickCount;
    private int _inFlight;
    private int _mostInFlight;
    private int _fetches;
    private int _truth;

    [Fact]
    public async Task Many_threads_that_ask_at_once_make_one_fetch()
    {
        for (var round = 0; round < 100; round++)
        {
            var value = NewValue(CachePolicy.Catalog(TimeSpan.FromMinutes(5)));
            await Crew.RunAsync(_seed, async _ => (await GetAsync(value)).IsFound.ShouldBeTrue());
        }

        _fetches.ShouldBe(100);
    }

    [Fact]
    public async Task Without_a_drop_there_is_never_a_second_fetch_in_flight()
    {
        // So short a life that almost every call is a miss or falls into the time of eager refreshing.
        var value = NewValue(CachePolicy.Catalog(TimeSpan.FromTicks(200)) with { AbsentFor = TimeSpan.Zero });

        await Crew.RunAsync(_seed, async random =>
        {
            for (var i = 0; i < 3_000; i++)
            {
                await GetAsync(value, slow: random.Next(4) == 0);
            }
        });

        _mostInFlight.ShouldBe(1);
        _fetches.ShouldBeGreaterThan(100, "or nothing was raced");
    }

    [Fact]
    public async Task What_is_read_after_a_drop_was_fetched_after_the_drop_began()
    {
        output.WriteLine($"seed {_seed}");
        var value = NewValue(CachePolicy.Catalog(TimeSpan.FromMinutes(5)));
        var dropped = 0;

        await Crew.RunAsync(_seed, async random =>
        {
            for (var i = 0; i < 3_000; i++)
            {
                if (random.Next(10) == 0)
                {
                    var change = Interlocked.Increment(ref _truth);
                    value.Drop();
                    Crew.RaiseTo(ref dropped, change);
                }

                var least = Volatile.Read(ref dropped);
                (await GetAsync(value, slow: random.Next(3) == 0)).Value!.Number.ShouldBeGreaterThanOrEqualTo(least, $"seed {_seed}");
            }
        });

        _fetches.ShouldBeGreaterThan(100, "or nothing was raced");
    }

    private static CachedValue<Item> NewValue(CachePolicy policy) => new(CacheArea.Parse("stress"), policy, Environment);

    private ValueTask<Answer<Item>> GetAsync(CachedValue<Item> value, bool slow = true) => value.GetAsync(_ => FetchAsync(slow));

    private async Task<Fetched<Item>> FetchAsync(bool slow)
    {
        Crew.RaiseTo(ref _mostInFlight, Interlocked.Increment(ref _inFlight));
        Interlocked.Increment(ref _fetches);
        var seen = Volatile.Read(ref _truth);
        if (slow)
        {
            await Task.Yield();
        }

        Interlocked.Decrement(ref _inFlight);
        return Item.Found(seen);
    }
}

using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;

namespace Bff.Tests.Caching;

/// <summary>A fresh hit allocates nothing: neither in the entry, nor by the look-up of tenant and key, nor by the fence or the metrics.</summary>
public sealed class HotPathTests
{
    private const int Hits = 10_000;
    private const int Rounds = 5;
    private static readonly TenantId Tenant = TenantId.Parse("salon-hk");
    private static readonly CacheArea Area = CacheArea.Parse("bookings.services");
    private static readonly CachePolicy Policy = CachePolicy.Catalog(TimeSpan.FromHours(1));
    private static readonly Item Known = new(7);

    private static readonly Fence Fence = Fence.None.With(
        [new ChangeMark(new CacheTag(CacheArea.Parse("shop.products"), "mug"), DateTimeOffset.MaxValue.UtcTicks)], DateTimeOffset.UnixEpoch);

    private readonly CacheEnvironment _environment = new(TimeProvider.System, TestMetrics.Create("near"));

    [Fact]
    public void A_hit_of_a_value_allocates_nothing()
    {
        var value = new CachedValue<Item>(Area, Policy, _environment);

        AllocatedBy(() => value.GetAsync(Known, static (item, _) => Task.FromResult(Fetched<Item>.Found(item)))).ShouldBe(0);
    }

    [Fact]
    public void A_hit_of_a_tenant_cache_allocates_nothing()
    {
        var cache = new TenantCache(_environment);

        AllocatedBy(() => cache.GetAsync(
            Tenant, CacheKey.List(Area, "cut", 1, 20), Policy, Known, static (item, _) => Task.FromResult(Fetched<Item>.Found(item)))).ShouldBe(0);
    }

    [Fact]
    public void A_fenced_hit_of_a_near_cache_allocates_nothing()
    {
        var cache = new NearCache(_environment);
        var answer = new Answer<Item>(Known, null, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 1, false);

        AllocatedBy(() => cache.GetAsync(
            Tenant, CacheKey.One(Area, "svc-001"), Policy, Fence, answer, static (owned, _, _) => Task.FromResult(owned))).ShouldBe(0);
    }

    private static long AllocatedBy(Func<ValueTask<Answer<Item>>> get)
    {
        // The first calls fetch and compile. Once in a while a tenant's cache is trimmed and the runtime swaps in faster code, at moments
        // nobody chooses; what a hit allocates shows in every round.
        Ask(get, 200);
        return Enumerable.Range(0, Rounds).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Ask(get, Hits);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    private static void Ask(Func<ValueTask<Answer<Item>>> get, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var answer = get();
            if (!answer.IsCompletedSuccessfully || answer.Result.Value != Known)
            {
                throw new InvalidOperationException("Not a hit.");
            }
        }
    }
}

using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Caching;

/// <summary>All caches of a layer together stay within one bound, and who was asked about last stays.</summary>
public sealed class CacheSpaceTests(ITestOutputHelper output)
{
    private const int Most = 200;

    private static readonly CacheArea Products = CacheArea.Parse("shop.products");
    private static readonly CachePolicy Policy = CachePolicy.Catalog(TimeSpan.FromHours(1));

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
    private readonly CountingObserver observer = new();
    private readonly CacheSpace space = new(Most);
    private int fetches;

    [Fact]
    public async Task Tenants_of_one_cache_share_the_bound_and_the_eldest_go()
    {
        var cache = Cache();
        for (var tenant = 0; tenant < 100; tenant++)
        {
            await AskAsync(cache, tenant, questions: 10);
            space.Entries.ShouldBeLessThanOrEqualTo(Most);
        }

        fetches.ShouldBe(1_000);
        await AskAsync(cache, 99, questions: 10);
        fetches.ShouldBe(1_000, "the last was kept");
        cache.CountsOf(TenantOf(0)).Found.ShouldBe(0);
    }

    [Fact]
    public async Task Caches_of_many_owners_share_it_too()
    {
        var caches = Enumerable.Range(0, 100).Select(_ => Cache()).ToArray();
        for (var owner = 0; owner < caches.Length; owner++)
        {
            await AskAsync(caches[owner], tenant: 1, questions: 10);
            space.Entries.ShouldBeLessThanOrEqualTo(Most);
        }

        (caches[0].Counts.Found, caches[^1].Counts.Found).ShouldBe((0, 10));
        caches.Sum(cache => cache.Counts.Found).ShouldBeLessThanOrEqualTo(Most);
    }

    [Fact]
    public async Task Ten_thousand_tenants_in_any_order_and_one_that_wants_everything_stay_within_their_shares()
    {
        const int Tenants = 10_000;
        const int Share = 50;
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var wide = new CacheSpace(Tenants);
        var cache = new TenantCache(new CacheEnvironment(time, observer, () => 0), new TenantCacheLimits { EntriesPerTenant = Share, Tenants = Tenants }, wide);

        for (var i = 0; i < 5 * Tenants; i++)
        {
            var tenant = random.Next(Tenants);
            await AskAsync(cache, tenant, questions: tenant == 0 ? 1 : 1 + random.Next(3), step: TimeSpan.FromMilliseconds(1));
            if (i % 10 == 0)
            {
                await cache.GetAsync(TenantOf(0), CacheKey.One(Products, $"greedy-{i}"), Policy, _ => Task.FromResult(Fetched<Item>.Found(new Item(i))));
                cache.CountsOf(TenantOf(0)).Found.ShouldBeLessThanOrEqualTo(Share);
            }
        }

        wide.Entries.ShouldBeInRange(Tenants / 2, Tenants);
        Enumerable.Range(0, Tenants).Max(tenant => cache.CountsOf(TenantOf(tenant)).Found).ShouldBeLessThanOrEqualTo(Share);
    }

    private TenantCache Cache() => new(new CacheEnvironment(time, observer, () => 0), limits: null, space);

    private static TenantId TenantOf(int number) => TenantId.Parse($"tenant-{number}");

    private async Task AskAsync(TenantCache cache, int tenant, int questions, TimeSpan? step = null)
    {
        time.Advance(step ?? TimeSpan.FromSeconds(1));
        for (var i = 0; i < questions; i++)
        {
            await cache.GetAsync(TenantOf(tenant), CacheKey.One(Products, $"product-{i}"), Policy, _ =>
            {
                fetches++;
                return Task.FromResult(Fetched<Item>.Found(new Item(i)));
            });
        }
    }
}

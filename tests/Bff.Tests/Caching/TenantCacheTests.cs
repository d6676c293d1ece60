using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Caching;

public sealed class TenantCacheTests
{
    private static readonly CacheArea Products = CacheArea.Parse("shop.products");
    private static readonly CacheArea Pages = CacheArea.Parse("cms.pages");
    private static readonly TenantId A = TenantId.Parse("a");
    private static readonly TenantId B = TenantId.Parse("b");
    private static readonly CachePolicy Policy = CachePolicy.Catalog(TimeSpan.FromMinutes(5));
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly TenantCache _cache;
    private int _fetches;

    public TenantCacheTests() => _cache = new TenantCache(
        new CacheEnvironment(_time, ICacheObserver.None, () => 0),
        new TenantCacheLimits { EntriesPerTenant = 4, AbsentPerTenant = 2, Tenants = 3 });

    [Fact]
    public async Task The_same_question_of_two_tenants_is_two_entries()
    {
        var ofA = await GetAsync(A, CacheKey.One(Products, "mug"));
        var ofB = await GetAsync(B, CacheKey.One(Products, "mug"));

        ofB.Value.ShouldNotBe(ofA.Value);
        _cache.Tenants.ShouldBe(2);
        _cache.Counts.ShouldBe(new CacheCounts(Found: 2, Absent: 0, Pending: 0));
    }

    [Theory]
    [InlineData("mug", 4)]
    [InlineData("cup", 4)]
    [InlineData(null, 5)]
    public async Task Dropping_one_name_drops_its_entries_the_lists_and_what_was_absent(string? name, int asked)
    {
        CacheKey[] keys =
        [
            CacheKey.One(Products, "mug"), CacheKey.List(Products, "search", 1), CacheKey.One(Pages, "home").Tagged(new CacheTag(Products, "mug")),
            CacheKey.One(Pages, "about"),
        ];
        await AskAllAsync(A, keys);
        await AbsentAsync(A, CacheKey.One(Products, "cup"));

        _cache.Drop(A, new CacheTag(Products, name));
        _fetches = 0;
        await AskAllAsync(A, [.. keys, CacheKey.One(Products, "cup")]);

        _fetches.ShouldBe(name == "cup" ? asked - 2 : 4);
    }

    private async Task AskAllAsync(TenantId tenant, params CacheKey[] keys)
    {
        foreach (var key in keys)
        {
            await GetAsync(tenant, key);
        }
    }

    private ValueTask<Answer<Item>> GetAsync(TenantId tenant, CacheKey key) =>
        _cache.GetAsync(tenant, key, Policy, _ => Task.FromResult(Item.Found(++_fetches)));

    private ValueTask<Answer<Item>> AbsentAsync(TenantId tenant, CacheKey key) =>
        _cache.GetAsync(tenant, key, Policy, _ => Task.FromResult(Fetched<Item>.Absent));
}

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

    private static readonly CacheKey Mug = CacheKey.One(Products, "mug");
    private static readonly CacheKey MugStock = CacheKey.One(Products, "mug", "stock");
    private static readonly CacheKey Cup = CacheKey.One(Products, "cup");
    private static readonly CacheKey Search = CacheKey.List(Products, "m", 1);
    private static readonly CacheKey Home = CacheKey.One(Pages, "home").Tagged(new CacheTag(Products, "mug"));
    private static readonly CacheKey About = CacheKey.One(Pages, "about");
    private static readonly CacheKey Unknown = CacheKey.One(Products, "unknown");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly CountingObserver _observer = new();
    private readonly List<CacheKey> _fetched = [];
    private readonly TenantCache _cache;

    public TenantCacheTests() => _cache = new TenantCache(
        new CacheEnvironment(_time, _observer, () => 0),
        new TenantCacheLimits { EntriesPerTenant = 6, AbsentPerTenant = 2, Tenants = 3 });

    [Fact]
    public async Task The_same_question_of_two_tenants_is_two_entries()
    {
        (await GetAsync(A, Mug)).ShouldBeOf(1, isStale: false);
        (await GetAsync(B, Mug)).ShouldBeOf(2, isStale: false);
        (await GetAsync(A, Mug)).ShouldBeOf(1, isStale: false);

        _cache.Tenants.ShouldBe(2);
        _cache.CountsOf(A).ShouldBe(new CacheCounts(Found: 1, Absent: 0, Pending: 0));
    }

    [Fact]
    public async Task A_change_of_one_thing_drops_what_is_named_or_tagged_so_the_lists_and_what_was_absent()
    {
        await GetAllAsync(A);
        _cache.Drop(A, new CacheTag(Products, "mug"));

        (await AskedAgainAsync(A)).ShouldBe([Mug, MugStock, Search, Home, Unknown]);
    }

    [Fact]
    public async Task A_change_of_a_thing_that_nobody_has_read_drops_the_lists_and_what_was_absent()
    {
        await GetAllAsync(A);
        _cache.Drop(A, new CacheTag(Products, "new"));

        (await AskedAgainAsync(A)).ShouldBe([Search, Unknown]);
    }

    [Fact]
    public async Task A_change_of_an_area_drops_that_area_and_what_is_tagged_with_it()
    {
        await GetAllAsync(A);
        _cache.Drop(A, new CacheTag(Products));

        (await AskedAgainAsync(A)).ShouldBe([Mug, MugStock, Cup, Search, Home, Unknown]);
    }

    [Fact]
    public async Task Dropping_a_tenant_drops_all_of_it_and_nothing_of_another()
    {
        await GetAllAsync(A);
        await GetAllAsync(B);
        _cache.Drop(A);

        (await AskedAgainAsync(A)).Count.ShouldBe(7);
        (await AskedAgainAsync(B)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_expired_is_asked_for_again_and_serves_as_fallback()
    {
        await GetAsync(A, Mug);
        _cache.Expire(A, new CacheTag(Products));

        var answer = await _cache.GetAsync(A, Mug, Policy, _ => Task.FromResult(Item.Down()));

        answer.ShouldBeOf(1, isStale: true);
    }

    [Fact]
    public async Task A_replaced_entry_is_served_without_asking()
    {
        var mark = _cache.Replace(A, Mug, Policy, new Item(9));

        var answer = await GetAsync(A, Mug);
        answer.ShouldBeOf(9, isStale: false);
        answer.Version.ShouldBe(mark);
        _fetched.ShouldBeEmpty();
    }

    [Fact]
    public async Task Beyond_the_bound_the_least_recently_used_goes()
    {
        foreach (var key in Numbered(6))
        {
            await GetAsync(A, key);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        await GetAsync(A, Numbered(6)[0]);
        _time.Advance(TimeSpan.FromSeconds(1));
        await GetAsync(A, Mug);

        (await AskedAgainAsync(A, [.. Numbered(6), Mug]))[0].ShouldBe(Numbered(6)[1]);
        _cache.CountsOf(A).Found.ShouldBe(6);
    }

    [Fact]
    public async Task Asking_for_unknown_ids_cannot_push_out_what_exists()
    {
        await GetAsync(A, Mug);

        foreach (var key in Numbered(100))
        {
            await _cache.GetAsync(A, key, Policy, _ => Task.FromResult(Fetched<Item>.Absent));
        }

        _cache.CountsOf(A).ShouldBe(new CacheCounts(Found: 1, Absent: 2, Pending: 0));
        (await AskedAgainAsync(A, Mug)).ShouldBeEmpty();
        _observer.EvictedCount.ShouldBe(98);
    }

    [Fact]
    public async Task A_failure_leaves_nothing_behind()
    {
        await _cache.GetAsync(A, Mug, Policy, _ => Task.FromResult(Item.Down()));

        _cache.CountsOf(A).ShouldBe(default);
    }

    [Fact]
    public async Task A_removed_entry_takes_no_more_calls_so_that_its_successor_is_the_only_one()
    {
        var environment = new CacheEnvironment(_time, _observer, () => 0);
        var removed = new TenantPartition(environment, new TenantCacheLimits()).Entry<Item>(Mug, Policy, again: false)!;
        await removed.GetAsync(_ => Task.FromResult(Item.Down()));

        var source = new OwnerSource<Item, int>(environment, Policy, 0, (_, _) => Task.FromResult(Item.Found(1)));

        removed.TryGet(source, Policy, atLeast: 0, out _, CancellationToken.None).ShouldBeFalse();
        removed.TryReplace(new Item(2), Policy, out _).ShouldBeFalse();
        _observer.Started.ShouldBe(1);
    }

    [Fact]
    public async Task An_entry_with_a_fetch_in_flight_is_never_evicted_so_its_fetch_stays_the_only_one()
    {
        var source = new ManualSource();
        var first = _cache.GetAsync(A, Mug, Policy, source.FetchAsync);
        foreach (var key in Numbered(50))
        {
            await GetAsync(A, key);
            await GetAsync(TenantId.Parse($"t{_time.GetTimestamp() + _fetched.Count}"), key);
        }

        var second = _cache.GetAsync(A, Mug, Policy, source.FetchAsync);
        source.Answer(1, Item.Found(7));

        (await first).ShouldBeOf(7, isStale: false);
        (await second).ShouldBeOf(7, isStale: false);
        source.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Beyond_their_bound_the_tenants_that_nobody_asked_for_longest_go()
    {
        foreach (var name in (string[])["t1", "t2", "t3", "t1", "t4"])
        {
            await GetAsync(TenantId.Parse(name), Mug);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        _cache.Tenants.ShouldBe(3);
        _cache.CountsOf(TenantId.Parse("t2")).ShouldBe(default);
        _cache.CountsOf(TenantId.Parse("t1")).Found.ShouldBe(1);
    }

    [Fact]
    public async Task An_idle_tenant_is_forgotten()
    {
        await GetAsync(A, Mug);
        _time.Advance(TimeSpan.FromMinutes(31));
        await GetAsync(B, Mug);

        _cache.Trim();

        _cache.Tenants.ShouldBe(1);
        _cache.Counts.Found.ShouldBe(1);
    }

    [Fact]
    public async Task One_key_cannot_hold_two_types()
    {
        await GetAsync(A, Mug);

        await Should.ThrowAsync<InvalidOperationException>(
            async () => await _cache.GetAsync(A, Mug, Policy, _ => Task.FromResult(Fetched<string>.Absent)));
    }

    private static CacheKey[] Numbered(int count) => [.. Enumerable.Range(1, count).Select(n => CacheKey.One(Products, n))];

    private async Task GetAllAsync(TenantId tenant)
    {
        foreach (var key in (CacheKey[])[Mug, MugStock, Cup, Search, Home, About])
        {
            await GetAsync(tenant, key);
        }

        await _cache.GetAsync(tenant, Unknown, Policy, _ => Task.FromResult(Fetched<Item>.Absent));
    }

    private async Task<IReadOnlyList<CacheKey>> AskedAgainAsync(TenantId tenant, params CacheKey[] keys)
    {
        _fetched.Clear();
        foreach (var key in keys.Length > 0 ? keys : [Mug, MugStock, Cup, Search, Home, About, Unknown])
        {
            await GetAsync(tenant, key);
        }

        return [.. _fetched];
    }

    private ValueTask<Answer<Item>> GetAsync(TenantId tenant, CacheKey key) => _cache.GetAsync(tenant, key, Policy, _ =>
    {
        _fetched.Add(key);
        return Task.FromResult(Item.Found(_fetched.Count));
    });
}

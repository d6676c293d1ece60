using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Caching;

public sealed class NearCacheTests
{
    private static readonly TenantId Tenant = TenantId.Parse("salon-hk");
    private static readonly CacheTag Mug = new(CacheArea.Parse("shop.products"), "mug");
    private static readonly CacheKey MugKey = CacheKey.One(Mug.Area, "mug");
    private static readonly CachePolicy Policy = CachePolicy.Near(TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(5)) with { Jitter = 0 };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly CountingObserver _observer = new();
    private readonly List<long> _floors = [];
    private readonly NearCache _near;
    private Task<Answer<Item>> _owned;

    public NearCacheTests()
    {
        _near = new NearCache(new CacheEnvironment(_time, _observer, () => 0));
        _owned = Owned(version: 100, freshFor: 300);
    }

    [Fact]
    public async Task An_owners_answer_is_kept_for_the_near_time_and_keeps_its_age_and_version()
    {
        var answer = await GetAsync();
        answer.ShouldBe((await _owned) with { FreshUntil = _time.GetUtcNow().AddSeconds(3) });

        Pass(2);
        (await GetAsync()).ShouldBeSameAs(answer);
        Pass(1);
        await GetAsync();
        _floors.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_its_owner_will_ask_for_again_sooner_is_kept_no_longer()
    {
        _owned = Owned(version: 100, freshFor: 1);
        await GetAsync();

        Pass(1);
        await GetAsync();
        _floors.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_stale_answer_stays_marked_as_stale()
    {
        _owned = Task.FromResult((await Owned(version: 100, freshFor: 2)) with { IsStale = true });

        (await GetAsync()).IsStale.ShouldBeTrue();
        (await GetAsync()).IsStale.ShouldBeTrue();
        _observer.Count(CacheVerdict.Stale).ShouldBe(2);
    }

    [Fact]
    public async Task A_notice_drops_what_is_older_and_leaves_what_is_newer()
    {
        await GetAsync();
        Notice(at: 100);
        await GetAsync();
        _floors.ShouldBe([0]);

        Notice(at: 101);
        _owned = Owned(version: 102, freshFor: 300);
        (await GetAsync()).Version.ShouldBe(102);
        _floors.ShouldBe([0, 101]);
    }

    [Fact]
    public async Task A_notice_sets_aside_a_question_that_is_under_way()
    {
        var slow = new TaskCompletionSource<Answer<Item>>();
        _owned = slow.Task;
        var before = GetAsync();
        Notice(at: 101);
        _owned = Owned(version: 102, freshFor: 300);
        var after = await GetAsync();
        slow.SetResult(await Owned(version: 100, freshFor: 300));

        (await before).Version.ShouldBe(100);
        after.Version.ShouldBe(102);
        (await GetAsync()).Version.ShouldBe(102);
    }

    [Fact]
    public async Task A_fence_passes_by_what_is_older_without_waiting_for_a_notice()
    {
        await GetAsync();
        _owned = Owned(version: 150, freshFor: 300);

        (await GetAsync()).Version.ShouldBe(100, "who changed nothing is served what is there");
        (await GetAsync(FenceOf(Mug, 120))).Version.ShouldBe(150);
        (await GetAsync(FenceOf(Mug with { Name = "cup" }, 999))).Version.ShouldBe(150, "another thing's change");
        _floors.ShouldBe([0, 120]);
    }

    [Fact]
    public async Task After_a_fence_nothing_older_than_it_comes_back()
    {
        await GetAsync(FenceOf(Mug, 50));
        Notice(at: 101);

        // An owner that does not keep its promise is a defect: no answer is better than an undone change.
        (await GetAsync()).Failure!.Code.ShouldBe(ErrorCodes.Internal);
        _observer.Threw.ShouldBe(1);
    }

    [Fact]
    public async Task A_later_question_never_accepts_less_than_what_was_served()
    {
        await GetAsync();
        Pass(3);
        await GetAsync();

        _floors.ShouldBe([0, 100]);
    }

    [Fact]
    public async Task While_no_owner_answers_the_copy_is_served_as_stale_but_not_to_who_changed_it()
    {
        await GetAsync();
        Pass(3);
        _owned = Task.FromResult(Answer<Item>.Failed(new Failure(ErrorCodes.UpstreamUnavailable, Retryable: true)));

        (await GetAsync()).ShouldBeOf(7, isStale: true);
        (await GetAsync(FenceOf(Mug, 101))).IsFailed.ShouldBeTrue();
    }

    private static Fence FenceOf(CacheTag scope, long at) => Fence.None.With([new ChangeMark(scope, at)], DateTimeOffset.MinValue + Fence.MarkLifetime);

    private Task<Answer<Item>> Owned(long version, int freshFor) => Task.FromResult(
        new Answer<Item>(new Item(7), null, _time.GetUtcNow().AddSeconds(-9), _time.GetUtcNow().AddSeconds(freshFor), version, IsStale: false));

    private void Notice(long at) => _near.Apply(new ChangeNotice(Tenant, [new ChangeMark(Mug, at)], _time.GetUtcNow()));

    private void Pass(int seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private Task<Answer<Item>> GetAsync(Fence? fence = null) => _near.GetAsync(
        Tenant,
        MugKey,
        Policy,
        fence ?? Fence.None,
        this,
        static (test, floor, _) =>
        {
            test._floors.Add(floor);
            return test._owned;
        }).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
}

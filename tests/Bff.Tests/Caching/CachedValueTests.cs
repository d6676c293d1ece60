using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;

namespace Bff.Tests.Caching;

/// <summary>One rule each; all of them together, in random order, are in <see cref="CachedValueModelTests"/>.</summary>
public sealed class CachedValueTests
{
    private static readonly CachePolicy Policy = CachePolicy.Catalog(TimeSpan.FromSeconds(100)) with { Jitter = 0 };
    private readonly SteppingClock _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly CountingObserver _observer = new();
    private readonly ManualSource _source = new();
    private readonly CachedValue<Item> _value;

    public CachedValueTests() =>
        _value = new CachedValue<Item>(CacheArea.Parse("tests"), Policy, new CacheEnvironment(_time, _observer, () => 0));

    [Fact]
    public async Task A_fetched_value_is_served_until_its_fresh_time_is_over()
    {
        var first = await FetchedAsync(Item.Found(7));

        Pass(79);
        (await GetAsync()).ShouldBeSameAs(first);
        Pass(21);
        var second = await FetchedAsync(Item.Found(8));

        second.Value.ShouldBe(new Item(8));
        second.Version.ShouldBeGreaterThan(first.Version);
        _source.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_says_when_the_source_was_asked_and_until_when_it_is_fresh()
    {
        var asked = _time.GetUtcNow();
        var get = GetAsync();
        Pass(3);
        _source.Answer(1, Item.Found(7));

        var answer = await get;
        answer.AsOf.ShouldBe(asked);
        answer.FreshUntil.ShouldBe(asked.AddSeconds(103));
        answer.IsStale.ShouldBeFalse();
    }

    [Fact]
    public async Task A_hit_in_the_last_part_of_the_fresh_time_begins_one_refresh_and_does_not_wait_for_it()
    {
        var first = await FetchedAsync(Item.Found(7));

        Pass(80);
        (await GetAsync()).ShouldBeSameAs(first);
        (await GetAsync()).ShouldBeSameAs(first);
        _source.Calls.ShouldBe(2);
        _source.Answer(2, Item.Found(8));
        await Eventually.HoldsAsync(() => _observer.Ended == 2, () => "the refresh");

        (await GetAsync()).Value.ShouldBe(new Item(8));
    }

    [Fact]
    public async Task All_who_ask_during_a_fetch_share_it_and_one_who_leaves_takes_nobody_along()
    {
        using var leave = new CancellationTokenSource();
        var first = GetAsync(cancellationToken: leave.Token);
        var second = GetAsync();

        await leave.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        _source.Answer(1, Item.Found(7));

        (await second).Value.ShouldBe(new Item(7));
        _source.Calls.ShouldBe(1);
        _observer.Count(CacheVerdict.Abandoned).ShouldBe(1);
    }

    [Fact]
    public async Task A_fetch_that_throws_fails_its_waiters_by_code_and_is_reported()
    {
        var get = GetAsync();
        _source.Throw(1, new InvalidOperationException("secret of the upstream"));

        (await get).Failure.ShouldBe(new Failure(ErrorCodes.Internal));
        _observer.Threw.ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_is_never_kept()
    {
        (await FetchedAsync(Item.Down())).Failure!.Code.ShouldBe(ErrorCodes.UpstreamUnavailable);

        (await FetchedAsync(Item.Found(7))).Value.ShouldBe(new Item(7));
    }

    [Fact]
    public async Task An_absence_is_kept_apart_and_shorter_and_never_served_in_place_of_a_failure()
    {
        await FetchedAsync(Fetched<Item>.Absent);

        Pass(19);
        (await GetAsync()).IsAbsent.ShouldBeTrue();
        Pass(1);
        (await FetchedAsync(Item.Down())).IsFailed.ShouldBeTrue();
        _source.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_failing_source_is_tried_once_per_interval_while_the_old_value_is_served_as_stale()
    {
        var first = await FetchedAsync(Item.Found(7));
        Pass(100);

        var stale = await FetchedAsync(Item.Down());
        stale.ShouldBe(first with { IsStale = true, FreshUntil = _time.GetUtcNow().AddSeconds(5) });
        Pass(4);
        (await GetAsync()).ShouldBeSameAs(stale);
        _source.Calls.ShouldBe(2);

        Pass(1);
        (await FetchedAsync(Item.Found(8))).IsStale.ShouldBeFalse();
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(1, 5)]
    [InlineData(5_000, 100)]
    public async Task A_retry_after_of_the_source_is_honoured_within_reason(int asked, int rests)
    {
        await FetchedAsync(Item.Found(7));
        Pass(100);

        var stale = await FetchedAsync(Fetched<Item>.Failed(new Failure(ErrorCodes.RateLimited, true, TimeSpan.FromSeconds(asked))));

        stale.FreshUntil.ShouldBe(_time.GetUtcNow().AddSeconds(rests));
    }

    [Fact]
    public async Task A_stale_value_is_served_up_to_its_bound_and_no_longer()
    {
        await FetchedAsync(Item.Found(7));
        _time.Advance(TimeSpan.FromSeconds(100) + TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));

        (await FetchedAsync(Item.Down())).IsStale.ShouldBeTrue();
        Pass(1);
        (await FetchedAsync(Item.Down())).IsFailed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_slow_source_is_waited_for_only_so_long_when_there_is_a_stale_value()
    {
        await FetchedAsync(Item.Found(7));
        Pass(100);

        var first = GetAsync();
        first.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(500));
        (await first).IsStale.ShouldBeTrue();
        (await GetAsync()).IsStale.ShouldBeTrue();
        _source.Answer(2, Item.Found(8));
        await Eventually.HoldsAsync(() => _observer.Ended == 2, () => "the slow fetch");

        (await GetAsync()).Value.ShouldBe(new Item(8));
    }

    [Fact]
    public async Task A_source_that_never_answers_holds_its_waiters_no_longer_than_the_limit()
    {
        var get = GetAsync();

        Pass(30);
        (await get).Failure!.Code.ShouldBe(ErrorCodes.UpstreamTimeout);
        (await FetchedAsync(Item.Found(7))).IsFound.ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_drop_nobody_is_served_what_was_asked_for_before()
    {
        var before = GetAsync();
        var mark = _value.Drop();
        var after = GetAsync();
        _source.Answer(1, Item.Found(1));

        (await before).Value.ShouldBe(new Item(1));
        after.IsCompleted.ShouldBeFalse();
        _source.Answer(2, Item.Found(2));
        (await after).Value.ShouldBe(new Item(2));
        (await after).Version.ShouldBeGreaterThan(mark);
        (await GetAsync()).ShouldBeSameAs(await after);
    }

    [Fact]
    public async Task An_expired_value_is_asked_for_again_and_still_serves_as_fallback()
    {
        await FetchedAsync(Item.Found(7));
        _value.Expire();

        (await FetchedAsync(Item.Down())).ShouldBeOf(7, isStale: true);
        _value.Expire();
        (await FetchedAsync(Item.Found(8))).ShouldBeOf(8, isStale: false);
    }

    [Fact]
    public async Task A_replaced_value_wins_over_a_fetch_that_began_before()
    {
        var before = GetAsync();
        var version = _value.Replace(new Item(9));
        _source.Answer(1, Item.Found(1));
        await before;

        var after = await GetAsync();
        after.ShouldBeOf(9, isStale: false);
        after.Version.ShouldBe(version);
        _source.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_that_demands_more_than_is_kept_gets_that_or_a_failure_and_others_keep_theirs()
    {
        var kept = await FetchedAsync(Item.Found(7));
        var demanded = kept.Version + TimeSpan.FromSeconds(2).Ticks;

        var fenced = GetAsync(atLeast: demanded);
        _source.Answer(2, Item.Down());
        (await fenced).IsFailed.ShouldBeTrue();
        (await GetAsync()).ShouldBeSameAs(kept);

        fenced = GetAsync(atLeast: demanded);
        _source.Answer(3, Item.Found(8));
        (await fenced).Version.ShouldBeGreaterThan(demanded);
    }

    [Fact]
    public async Task A_step_of_the_wall_clock_neither_expires_nor_revives_anything()
    {
        await FetchedAsync(Item.Found(7));

        _time.Off = TimeSpan.FromDays(-1);
        Pass(79);
        (await GetAsync()).ShouldBeOf(7, isStale: false);
        Pass(21);
        (await FetchedAsync(Item.Found(8))).ShouldBeOf(8, isStale: false);
    }

    private void Pass(int seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private Task<Answer<Item>> FetchedAsync(Fetched<Item> with)
    {
        var get = GetAsync();
        _source.Answer(_source.Calls, with);
        return get;
    }

    private Task<Answer<Item>> GetAsync(long atLeast = 0, CancellationToken cancellationToken = default) =>
        _value.GetAsync(_source, static (source, token) => source.FetchAsync(token), atLeast, cancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), CancellationToken.None);
}

using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Caching;

public sealed class CachedValueTests
{
    private static readonly CachePolicy Policy = CachePolicy.Catalog(TimeSpan.FromSeconds(100)) with { Jitter = 0 };
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly ManualSource _source = new();
    private readonly CachedValue<Item> _value;

    public CachedValueTests() =>
        _value = new CachedValue<Item>(CacheArea.Parse("tests"), Policy, new CacheEnvironment(_time, ICacheObserver.None, () => 0));

    [Fact]
    public async Task A_fetched_value_is_served_until_its_fresh_time_is_over()
    {
        var first = GetAsync();
        _source.Answer(1, Item.Found(7));
        (await first).Value.ShouldBe(new Item(7));

        _time.Advance(TimeSpan.FromSeconds(79));
        (await GetAsync()).ShouldBe(await first);
        _source.Calls.ShouldBe(1);

        _time.Advance(TimeSpan.FromSeconds(21));
        var second = GetAsync();
        _source.Calls.ShouldBe(2);
        _source.Answer(2, Item.Found(8));
        (await second).Value.ShouldBe(new Item(8));
    }

    private Task<Answer<Item>> GetAsync(CancellationToken cancellationToken = default) => _value.GetAsync(_source.FetchAsync, cancellationToken).AsTask();
}

using System.Diagnostics.Metrics;
using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Caching;

public sealed class CacheMetricsTests : IDisposable
{
    private static readonly CachePolicy Policy = CachePolicy.Catalog(TimeSpan.FromSeconds(100));
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<string, long> _counted = [];
    private readonly List<string> _log = [];
    private readonly MeterListener _listener = new();
    private readonly CachedValue<Item> _value;

    public CacheMetricsTests()
    {
        var meters = TestMetrics.NewMeters();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == CacheMetrics.MeterName && instrument.Meter.Scope == meters)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
        {
            var name = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}";
            _counted[name] = _counted.GetValueOrDefault(name) + count;
        });
        _listener.Start();
        var metrics = new CacheMetrics("owner", meters, new ListLogger(_log), _time);
        _value = new CachedValue<Item>(CacheArea.Parse("tests"), Policy, new CacheEnvironment(_time, metrics, () => 0));
    }

    [Fact]
    public async Task Every_call_has_one_verdict_and_every_fetch_one_outcome()
    {
        await AskAsync(Item.Found(1), times: 3);
        _time.Advance(TimeSpan.FromSeconds(100));
        await AskAsync(Item.Down(), times: 4);
        _value.Drop();
        await AskAsync(Item.Down(), times: 2);
        await AskAsync(Fetched<Item>.Absent, times: 3);

        _counted.ShouldBe(
            new Dictionary<string, long>
            {
                ["bff.cache.requests layer=owner area=tests form=list verdict=miss"] = 2,
                ["bff.cache.requests layer=owner area=tests form=list verdict=hit"] = 2,
                ["bff.cache.requests layer=owner area=tests form=list verdict=stale"] = 4,
                ["bff.cache.requests layer=owner area=tests form=list verdict=failed"] = 2,
                ["bff.cache.requests layer=owner area=tests form=list verdict=absent"] = 2,
                ["bff.cache.fetches layer=owner area=tests form=list kind=miss"] = 5,
                ["bff.cache.outcomes layer=owner area=tests form=list outcome=found"] = 1,
                ["bff.cache.outcomes layer=owner area=tests form=list outcome=failed"] = 3,
                ["bff.cache.outcomes layer=owner area=tests form=list outcome=absent"] = 1,
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Stale_answers_are_logged_once_a_minute_with_their_number()
    {
        await AskAsync(Item.Found(1), times: 1);
        _time.Advance(TimeSpan.FromSeconds(100));
        await AskAsync(Item.Down(), times: 50);
        _time.Advance(TimeSpan.FromSeconds(61));
        await AskAsync(Item.Down(), times: 1);

        _log.ShouldBe(
        [
            "Stale answers are served in tests because their source fails or is slow: 1 since the last such line.",
            "Stale answers are served in tests because their source fails or is slow: 50 since the last such line.",
        ]);
    }

    [Fact]
    public async Task A_fetch_that_throws_is_logged_as_a_defect()
    {
        await _value.GetAsync(_ => throw new InvalidOperationException("defect"));

        _log.ShouldBe(["A fetch in tests threw instead of returning a failure."]);
    }

    public void Dispose() => _listener.Dispose();

    private async Task AskAsync(Fetched<Item> with, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await _value.GetAsync(_ => Task.FromResult(with));
        }
    }

    private sealed class ListLogger(List<string> lines) : ILogger<CacheMetrics>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}

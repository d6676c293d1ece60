using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Caching;

/// <summary>
/// Plays one story on a real cached value and on the oracle, and compares after every step. Independent of the oracle it also checks the
/// promises that a caller relies on (<see cref="CheckPromises"/>).
/// </summary>
internal sealed class CachedValueRig
{
    // Short times, so that a story of a minute passes every bound several times.
    public static readonly CachePolicy Policy = new()
    {
        FreshFor = TimeSpan.FromSeconds(5),
        Jitter = 0,
        EagerRefresh = 0.4,
        StaleIfError = TimeSpan.FromSeconds(4),
        AbsentFor = TimeSpan.FromSeconds(2),
        RetryEvery = TimeSpan.FromSeconds(2),
        SoftTimeout = TimeSpan.FromSeconds(1),
        FetchLimit = TimeSpan.FromSeconds(3),
    };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly CountingObserver _observer = new();
    private readonly ManualSource _source = new();
    private readonly CachedValueOracle _oracle = new(Policy);
    private readonly CachedValue<Item> _value;
    private readonly Dictionary<int, (Task<Answer<Item>> Task, CancellationTokenSource Leave, int Begun)> _open = [];
    private readonly Dictionary<int, (int Born, DateTimeOffset Landed)> _numbers = [];
    private readonly List<string> _story = [];
    private long _mark;
    private int _step;
    private int _lastDrop;
    private int _replaced = 1_000_000;
    private DateTimeOffset _lastAbsent;

    public CachedValueRig() => _value = new CachedValue<Item>(CacheArea.Parse("model"), Policy, new CacheEnvironment(_time, _observer, () => 0));

    public async Task PlayAsync(Move move)
    {
        _step++;
        _story.Add(move.ToString());
        var calls = _source.Calls;
        Make(move);
        for (var number = calls + 1; number <= _source.Calls; number++)
        {
            _numbers[number] = (_step, default);
        }

        await CompareAsync();
    }

    /// <summary>Every waiter gets an answer although the source never does.</summary>
    public async Task EndAsync()
    {
        for (var second = 0; second <= Policy.FetchLimit.TotalSeconds; second++)
        {
            await PlayAsync(new Move(MoveKind.Tick, 0));
        }

        _open.ShouldBeEmpty(Story);
    }

    private string Story => string.Join(' ', _story);

    private void Make(Move move)
    {
        switch (move.Kind)
        {
            case MoveKind.Get or MoveKind.FencedGet:
                var fenced = move.Kind is MoveKind.FencedGet;
                var leave = new CancellationTokenSource();
                var task = _value.GetAsync(_source, static (source, token) => source.FetchAsync(token), fenced ? _mark : 0, leave.Token).AsTask();
                _open[_oracle.Get(fenced)] = (task, leave, _step);
                break;
            case MoveKind.Leave when _open.Count > 0:
                var (get, waiter) = _open.ElementAt(move.Choice % _open.Count);
                waiter.Leave.Cancel();
                _oracle.Abandon(get);
                break;
            case MoveKind.Find or MoveKind.Miss or MoveKind.Fail or MoveKind.Throw when _oracle.OpenCalls.ToList() is { Count: > 0 } open:
                Land(move.Kind, open[move.Choice % open.Count]);
                break;
            case MoveKind.Tick:
                _time.Advance(TimeSpan.FromSeconds(1));
                _oracle.Tick();
                break;
            case MoveKind.Drop:
                _mark = _value.Drop();
                _oracle.Drop();
                _lastDrop = _step;
                break;
            case MoveKind.Expire:
                _mark = _value.Expire();
                _oracle.Expire();
                break;
            case MoveKind.Replace:
                _mark = _value.Replace(new Item(++_replaced));
                _oracle.Replace(_replaced);
                _numbers[_replaced] = (_step, _time.GetUtcNow());
                break;
        }
    }

    private void Land(MoveKind kind, int call)
    {
        _numbers[call] = (_numbers[call].Born, _time.GetUtcNow());
        _lastAbsent = kind is MoveKind.Miss ? _time.GetUtcNow() : _lastAbsent;
        if (kind is MoveKind.Throw)
        {
            _source.Throw(call, new InvalidOperationException("defect"));
            _oracle.Answer(call, Fetched<Item>.Failed(new Failure(ErrorCodes.Internal)));
            return;
        }

        var answer = kind is MoveKind.Find ? Item.Found(call) : kind is MoveKind.Miss ? Fetched<Item>.Absent : Item.Down();
        _source.Answer(call, answer);
        _oracle.Answer(call, answer);
    }

    private async Task CompareAsync()
    {
        await Eventually.HoldsAsync(() => _observer.Ended == _oracle.Landed, () => $"{_oracle.Landed} landings, saw {_observer.Ended}: {Story}");
        foreach (var (get, (task, _, begun)) in _open)
        {
            if (!_oracle.Answered.TryGetValue(get, out var expected))
            {
                task.IsCompleted.ShouldBeFalse($"Get {get} should wait: {Story}");
                continue;
            }

            await Eventually.HoldsAsync(() => task.IsCompleted, () => $"an answer to get {get}: {Story}");
            if (!task.IsCanceled)
            {
                CheckPromises(await task, begun);
            }

            (task.IsCanceled ? CachedValueOracle.Outcome.Cancelled : OutcomeOf(await task)).ShouldBe(expected, $"get {get}: {Story}");
            _open.Remove(get);
        }

        _source.Calls.ShouldBe(_oracle.Calls, Story);
    }

    private void CheckPromises(Answer<Item> answer, int begun)
    {
        var now = _time.GetUtcNow();
        if (answer.IsFound)
        {
            var (born, landed) = _numbers[answer.Value.Number];
            var bound = landed + Policy.FreshFor + (answer.IsStale ? Policy.StaleIfError : TimeSpan.Zero);
            now.ShouldBeLessThan(bound, $"served too old: {Story}");
            (begun < _lastDrop || born > _lastDrop).ShouldBeTrue($"served from before the drop: {Story}");
        }
        else if (answer.IsAbsent)
        {
            (now - _lastAbsent).ShouldBeLessThan(Policy.AbsentFor, $"absent too long: {Story}");
        }
    }

    private static CachedValueOracle.Outcome OutcomeOf(Answer<Item> answer) => new(answer.Value?.Number, answer.IsStale, answer.Failure?.Code);
}

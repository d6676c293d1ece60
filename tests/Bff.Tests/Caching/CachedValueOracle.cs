using Bff.Caching;
using Bff.Contracts.Answers;

namespace Bff.Tests.Caching;

/// <summary>
/// What a cached value has to do, told as a story of whole seconds without tasks, threads or locks. Every moment has a number of its own,
/// so "before" and "after" are comparisons.
/// </summary>
internal sealed class CachedValueOracle(CachePolicy policy)
{
    private readonly List<Call> _calls = [];
    private readonly Dictionary<int, Waiter> _waiters = [];
    private int _now;
    private int _moment;
    private int _lastGet;
    private Holding? _held;
    private Call? _current;

    /// <summary>How often the source has been asked.</summary>
    public int Calls => _calls.Count;

    /// <summary>Fetches that have ended.</summary>
    public int Landed => _calls.Count(call => call.IsOver);

    /// <summary>Fetches that a later caller could join; more than one would be a second fetch in one epoch.</summary>
    public int Joinable => _current is null ? 0 : 1;

    /// <summary>The last moment of a drop, expire or replace.</summary>
    public int Mark { get; private set; }

    /// <summary>What each call of Get must have been answered so far.</summary>
    public Dictionary<int, Outcome> Answered { get; } = [];

    public IEnumerable<int> OpenCalls => _calls.Where(call => !call.IsOver).Select(call => call.Number);

    /// <summary>Begins the next Get; returns its number.</summary>
    public int Get(bool fenced)
    {
        var get = ++_lastGet;
        var fence = fenced ? Mark : 0;
        if (_held is { } held && _now < held.ServeUntil && held.Born >= fence)
        {
            Answered[get] = held.Outcome;
            if (held.IsEagerAt(_now) && _current is null)
            {
                Begin();
            }

            return get;
        }

        var call = _current is { } joinable && joinable.Born >= fence ? joinable : Begin();
        var patient = CanFallBack(fence);
        _waiters[get] = new Waiter(call, fence, patient);
        if (patient && _now >= call.Began + (int)policy.SoftTimeout.TotalSeconds)
        {
            LosePatience(get);
        }

        return get;
    }

    public void Abandon(int get)
    {
        if (_waiters.Remove(get))
        {
            Answered[get] = Outcome.Cancelled;
        }
    }

    public void Drop()
    {
        NewEpoch();
        _held = null;
    }

    public void Expire()
    {
        NewEpoch();
        _held = _held?.Number is null ? null : _held with
        {
            EagerAt = int.MaxValue,
            ServeUntil = _now,
            StaleUntil = Math.Min(_held.StaleUntil, _now + (int)policy.StaleIfError.TotalSeconds),
        };
    }

    public void Replace(int number)
    {
        NewEpoch();
        _held = Fresh(number, Mark);
    }

    public void Answer(int number, Fetched<Item> with)
    {
        var call = _calls[number - 1];
        if (!call.IsOver)
        {
            Land(call, with.IsFailed ? Outcome.Failed(with.Failure.Code) : new Outcome(with.Value?.Number, false, null));
        }
    }

    public void Tick()
    {
        _now++;
        foreach (var call in _calls.Where(call => !call.IsOver && _now >= call.Began + (int)policy.FetchLimit.TotalSeconds).ToList())
        {
            Land(call, Outcome.Failed(ErrorCodes.UpstreamTimeout));
        }

        foreach (var (get, waiter) in _waiters.Where(pair => pair.Value.IsPatient).ToList())
        {
            if (_now >= waiter.Call.Began + (int)policy.SoftTimeout.TotalSeconds)
            {
                LosePatience(get);
            }
        }
    }

    private Call Begin()
    {
        var call = new Call(_calls.Count + 1, ++_moment, _now);
        _calls.Add(call);
        return _current = call;
    }

    private void NewEpoch()
    {
        Mark = ++_moment;
        _current = null;
    }

    private void LosePatience(int get)
    {
        var waiter = _waiters[get];
        if (!CanFallBack(waiter.Fence))
        {
            // What it could have been served is gone: now it waits like the others.
            _waiters[get] = waiter with { IsPatient = false };
            return;
        }

        _waiters.Remove(get);
        Answered[get] = FallBack();
        if (waiter.Call == _current)
        {
            Rest();
        }
    }

    private void Land(Call call, Outcome outcome)
    {
        call.IsOver = true;
        if (call == _current)
        {
            _current = null;
            if (outcome.Code is null)
            {
                _held = Fresh(outcome.Number, call.Born);
            }
            else
            {
                Rest();
            }
        }

        foreach (var (get, waiter) in _waiters.Where(pair => pair.Value.Call == call).ToList())
        {
            _waiters.Remove(get);
            Answered[get] = outcome.Code is not null && CanFallBack(waiter.Fence) ? FallBack() : outcome;
        }
    }

    private Holding? Fresh(int? number, int born)
    {
        var freshFor = (int)(number is null ? policy.AbsentFor : policy.FreshFor).TotalSeconds;
        var until = _now + freshFor;
        return number is null
            ? new Holding(null, born, int.MaxValue, until, until, false)
            : new Holding(number, born, _now + (int)(freshFor * (1 - policy.EagerRefresh)), until, until + (int)policy.StaleIfError.TotalSeconds, false);
    }

    private bool CanFallBack(int fence) => _held is { Number: not null } held && _now < held.StaleUntil && held.Born >= fence;

    private Outcome FallBack() => _held!.Outcome with { IsStale = _held.IsStale || _now >= _held.ServeUntil };

    // The source has failed or is slow: it is left alone for a while.
    private void Rest()
    {
        var until = _now + (int)policy.RetryEvery.TotalSeconds;
        if (_held is { Number: not null } held && _now < held.ServeUntil)
        {
            _held = held.IsStale ? held : held with { EagerAt = until };
        }
        else if (CanFallBack(fence: 0))
        {
            _held = _held! with { IsStale = true, EagerAt = int.MaxValue, ServeUntil = Math.Min(until, _held.StaleUntil) };
        }
    }

    /// <summary>How a Get ended: with a number, with the knowledge that there is none, or with a code.</summary>
    internal sealed record Outcome(int? Number, bool IsStale, string? Code)
    {
        public static Outcome Cancelled { get; } = Failed("cancelled");

        public static Outcome Failed(string code) => new(null, false, code);
    }

    private sealed record Holding(int? Number, int Born, int EagerAt, int ServeUntil, int StaleUntil, bool IsStale)
    {
        public Outcome Outcome => new(Number, IsStale, null);

        public bool IsEagerAt(int now) => now >= EagerAt;
    }

    private sealed record Waiter(Call Call, int Fence, bool IsPatient);

    private sealed class Call(int number, int born, int began)
    {
        public int Number => number;

        public int Born => born;

        public int Began => began;

        public bool IsOver { get; set; }
    }
}

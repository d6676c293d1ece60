using Bff.Contracts.Answers;
using Bff.Contracts.Changes;

namespace Bff.Caching;

/// <summary>
/// One cached answer of one source: fresh for a while, fetched once for all who wait, served stale when the source fails.
/// Thread-safe; in a grain its continuations stay on the grain's scheduler. No lock is held over a fetch or an await.
/// </summary>
/// <remarks>
/// <para>A call goes through these steps:</para>
/// <list type="number">
/// <item>What is kept is fresh: serve it, without a lock.</item>
/// <item>Its fresh time nears its end: one hit begins a refresh in the background and is served what is kept.</item>
/// <item>Otherwise join the fetch in flight, or begin one. It belongs to nobody: a caller's cancellation ends only that caller's wait.</item>
/// <item>Who has a stale value to fall back on waits for the fetch only as long as the policy's patience, then is served that.</item>
/// <item>The fetch ends. Its answer is kept only while it is still the flight that may be joined.</item>
/// <item>It failed: nothing is kept of that. A fallback is served as stale, and the source rests before it is tried again.</item>
/// <item>
/// The epoch rule. Drop, Expire and Replace take a mark from the clock and set aside a flight begun before it: it completes for those
/// who wait for it, but no later caller joins it and its answer is not kept. A caller that demands more than the flight promises does
/// the same.
/// </item>
/// </list>
/// </remarks>
public sealed class CachedValue<T> : CacheEntry
    where T : class
{
    private readonly Lock _gate = new();

    // Written under the gate only; what is kept is read without it.
    private Kept<T>? _kept;
    private Flight<T>? _flight;
    private CachePolicy _policy;
    private long _floor;
    private bool _begun;
    private bool _retired;

    /// <summary>An entry that holds nothing yet.</summary>
    /// <param name="area">What it belongs to, for metrics and logs.</param>
    /// <param name="policy">How long its answers live.</param>
    /// <param name="environment">Time, chance and observer.</param>
    /// <exception cref="ArgumentException">The policy has values out of range.</exception>
    public CachedValue(CacheArea area, CachePolicy policy, CacheEnvironment environment)
        : this(CacheKey.List(area), policy, environment, home: null)
    {
    }

    internal CachedValue(CacheKey key, CachePolicy policy, CacheEnvironment environment, TenantPartition? home)
        : base(key, environment, home) => _policy = policy.Validated();

    /// <summary>Version of what is kept; 0 when nothing is. It never goes back, not after a restart either (<see cref="LogicalClock"/>).</summary>
    public long Version => Volatile.Read(ref _kept)?.Answer.Version ?? 0;

    internal override EntryContent Content
    {
        get
        {
            lock (_gate)
            {
                return _kept is { Answer.IsFound: true } ? EntryContent.Found
                    : _kept is not null || _floor > 0 ? EntryContent.Absent
                    : _flight is not null ? EntryContent.Pending
                    : EntryContent.Empty;
            }
        }
    }

    private long Now => Environment.Time.GetTimestamp();

    /// <summary>The value, by the steps above.</summary>
    /// <param name="fetch">Asks the source. Its token ends at <see cref="CachePolicy.FetchLimit"/>, never with a caller. A throw becomes <c>INTERNAL_ERROR</c>.</param>
    /// <param name="cancellationToken">Ends this caller's wait, nothing else.</param>
    public ValueTask<Answer<T>> GetAsync(Func<CancellationToken, Task<Fetched<T>>> fetch, CancellationToken cancellationToken = default) =>
        GetAsync(fetch, static (ask, limit) => ask(limit), atLeast: 0, cancellationToken);

    /// <summary>As above, for a hot path: with a static <paramref name="fetch"/> a hit allocates nothing.</summary>
    /// <param name="state">Given to the fetch.</param>
    /// <param name="fetch">Asks the source.</param>
    /// <param name="atLeast">A change's mark: nothing fetched before it is served to this caller, not even when the source fails.</param>
    /// <param name="cancellationToken">Ends this caller's wait, nothing else.</param>
    public ValueTask<Answer<T>> GetAsync<TState>(
        TState state,
        Func<TState, CancellationToken, Task<Fetched<T>>> fetch,
        long atLeast = 0,
        CancellationToken cancellationToken = default)
    {
        // An entry outside of a tenant cache is never retired, so this cannot say no.
        TryGet(new OwnerSource<T, TState>(Environment, _policy, state, fetch), _policy, atLeast, out var answer, cancellationToken);
        return answer;
    }

    /// <summary>Nothing older than this moment is served to later callers, whatever is in flight.</summary>
    /// <returns>The mark of this moment: later answers have a greater <see cref="Version"/>.</returns>
    public long Drop()
    {
        var mark = Environment.Clock.Next();
        Drop(mark);
        return mark;
    }

    /// <summary>The source is asked before the value is served again; should that fail, the value may still be served as stale.</summary>
    /// <returns>The mark of this moment.</returns>
    public long Expire()
    {
        var mark = Environment.Clock.Next();
        Expire(mark);
        return mark;
    }

    /// <summary>Puts a value that is known to be newer than all before, as if it had just been fetched.</summary>
    /// <returns>Its version, which is also the mark of this moment.</returns>
    public long Replace(T value)
    {
        TryReplace(value, _policy, out var mark);
        return mark;
    }

    internal override void Drop(long mark) => Outdate(mark, static _ => null);

    internal override void Expire(long mark) =>
        Outdate(mark, kept => kept.Expired(_policy.StaleIfError, Environment, Now));

    internal override bool TryRetire()
    {
        lock (_gate)
        {
            return _retired = _retired || (_begun && _flight is null);
        }
    }

    internal override void Carry(ICacheCarrier carrier)
    {
        Kept<T>? kept;
        CachePolicy policy;
        lock (_gate)
        {
            (kept, policy) = (_kept, _policy);
        }

        if (kept is { Answer: { IsFound: true, IsStale: false } } && kept.IsFreshFor(Now, atLeast: 0))
        {
            carrier.Carry(Key, policy, kept.Answer);
        }
    }

    /// <summary>Takes over what another entry of this question kept, unless this one knows better already.</summary>
    internal void TakeOver(Answer<T> answer, CachePolicy policy)
    {
        lock (_gate)
        {
            if (!_retired && _kept is null && _flight is null && answer.Version >= _floor)
            {
                _policy = policy;
                SetAsideOlderThan(answer.Version);
                Keep(answer);
            }
        }

        Home?.Rebook(this);
    }

    /// <summary>As <see cref="Replace"/>; false when the entry is retired.</summary>
    internal bool TryReplace(T value, CachePolicy policy, out long mark)
    {
        lock (_gate)
        {
            mark = Environment.Clock.Next(_floor);
            if (_retired)
            {
                return false;
            }

            _policy = policy;
            SetAsideOlderThan(mark);
            Keep(Environment.Fresh(value, policy, Environment.Time.GetUtcNow(), mark));
        }

        Home?.Rebook(this);
        return true;
    }

    /// <summary>False when the entry is retired: the caller looks for its successor.</summary>
    internal bool TryGet<TSource>(
        TSource source, CachePolicy policy, long atLeast, out ValueTask<Answer<T>> answer, CancellationToken cancellationToken)
        where TSource : struct, ICacheSource<T>
    {
        var now = Now;
        Touch(now);

        // Step 1
        var kept = Volatile.Read(ref _kept);
        if (kept is null || !kept.IsFreshFor(now, atLeast))
        {
            return TryAsk(source, policy, atLeast, out answer, cancellationToken);
        }

        if (now >= kept.EagerAt)
        {
            Refresh(source, policy, kept);
        }

        answer = ValueTask.FromResult(Serve(kept));
        return true;
    }

    // Step 2
    private void Refresh<TSource>(TSource source, CachePolicy policy, Kept<T> seen)
        where TSource : struct, ICacheSource<T>
    {
        Flight<T> flight;
        lock (_gate)
        {
            if (_retired || _flight is not null || !ReferenceEquals(_kept, seen))
            {
                return;
            }

            flight = Begin(source, policy, atLeast: 0);
        }

        _ = FlyAsync(flight, source, policy, background: true);
    }

    // Step 3
    private bool TryAsk<TSource>(
        TSource source, CachePolicy policy, long atLeast, out ValueTask<Answer<T>> answer, CancellationToken cancellationToken)
        where TSource : struct, ICacheSource<T>
    {
        answer = default;
        Flight<T>? flight = null;
        var begun = false;
        Kept<T>? kept;
        lock (_gate)
        {
            if (_retired)
            {
                return false;
            }

            // Another caller may have got here first: with an answer, or by running out of patience (step 4).
            kept = _kept;
            if (kept is null || !kept.IsFreshFor(Now, atLeast))
            {
                flight = _flight;
                begun = flight is null || flight.Floor < atLeast;
                flight = begun ? Begin(source, policy, atLeast) : flight;
            }
        }

        if (flight is null)
        {
            answer = ValueTask.FromResult(Serve(kept!));
            return true;
        }

        if (begun)
        {
            _ = FlyAsync(flight, source, policy, background: false);
        }

        answer = new ValueTask<Answer<T>>(WaitAsync(flight, begun, atLeast, cancellationToken));
        return true;
    }

    private async Task<Answer<T>> WaitAsync(Flight<T> flight, bool begun, long atLeast, CancellationToken cancellationToken)
    {
        var verdict = CacheVerdict.Abandoned;
        try
        {
            // Step 4
            if (HasFallback(atLeast))
            {
                await Task.WhenAny(flight.Landing, flight.Patience(Environment.Time)).WaitAsync(cancellationToken);
            }

            var answer = flight.Landing.IsCompleted ? null : Fallback(flight, atLeast);
            answer ??= await flight.Landing.WaitAsync(cancellationToken);

            // Step 6
            answer = answer.IsFailed ? Fallback(flight, atLeast) ?? answer : answer;
            verdict = answer.IsFailed ? CacheVerdict.Failed
                : answer.IsStale ? CacheVerdict.Stale
                : begun ? CacheVerdict.Miss : CacheVerdict.Coalesced;
            return answer;
        }
        finally
        {
            Environment.Observer.Served(Key, verdict);
        }
    }

    private Answer<T> Serve(Kept<T> kept)
    {
        Environment.Observer.Served(Key, kept.Verdict);
        return kept.Answer;
    }

    private bool HasFallback(long atLeast) => Volatile.Read(ref _kept)?.IsFallbackFor(Now, atLeast) ?? false;

    // What is served instead of an answer that is late or failed. Callers that come now need not find that out again for a while.
    private Answer<T>? Fallback(Flight<T> flight, long atLeast)
    {
        lock (_gate)
        {
            var now = Now;
            if (_kept is null || !_kept.IsFallbackFor(now, atLeast))
            {
                return null;
            }

            var served = now < _kept.ServeUntil ? _kept : _kept.After(_policy.RetryEvery, Environment, now);
            if (ReferenceEquals(_flight, flight))
            {
                Publish(served);
            }

            return served.Answer;
        }
    }

    private async Task FlyAsync<TSource>(Flight<T> flight, TSource source, CachePolicy policy, bool background)
        where TSource : struct, ICacheSource<T>
    {
        var answer = Answer<T>.Failed(new Failure(ErrorCodes.Internal));
        using var limit = new CancellationTokenSource(policy.FetchLimit, Environment.Time);
        try
        {
            Environment.Observer.FetchStarted(Key, background);
            answer = await source.AskAsync(flight.Floor, limit.Token).WaitAsync(limit.Token);
            if (!answer.IsFailed && answer.Version < flight.Floor)
            {
                throw new InvalidOperationException("The owner answered with something older than it was asked for.");
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            answer = Answer<T>.Failed(new Failure(ErrorCodes.UpstreamTimeout, Retryable: true));
        }
        catch (Exception exception)
        {
            answer = Answer<T>.Failed(new Failure(ErrorCodes.Internal));
            Environment.Observer.FetchThrew(Area, exception);
        }
        finally
        {
            Land(flight, answer);
        }
    }

    // Step 5
    private void Land(Flight<T> flight, Answer<T> answer)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_flight, flight))
            {
                _flight = null;
                if (answer.IsFailed)
                {
                    // Step 6
                    Publish(_kept?.After(_policy.RestAfter(answer.Failure), Environment, Now));
                }
                else
                {
                    Keep(answer);
                }
            }
        }

        try
        {
            Environment.Observer.FetchEnded(Key, answer.IsFailed ? FetchOutcome.Failed : answer.IsFound ? FetchOutcome.Found : FetchOutcome.Absent);
            Home?.Rebook(this);
        }
        finally
        {
            flight.Land(answer);
        }
    }

    // Step 7
    private void Outdate(long mark, Func<Kept<T>, Kept<T>?> then)
    {
        lock (_gate)
        {
            SetAsideOlderThan(mark);
            if (_kept?.Answer.Version < mark)
            {
                Publish(then(_kept));
            }
        }

        Home?.Rebook(this);
    }

    // The members below are called under the gate.
    private void SetAsideOlderThan(long mark)
    {
        _begun = true;
        _floor = Math.Max(_floor, mark);
        _flight = _flight?.Floor < mark ? null : _flight;
    }

    private Flight<T> Begin<TSource>(TSource source, CachePolicy policy, long atLeast)
        where TSource : struct, ICacheSource<T>
    {
        _policy = policy;
        SetAsideOlderThan(atLeast);

        // An owner may be active twice for a moment: what it says next must not be older than what it said.
        var floor = source.NextFloor(Math.Max(_floor, Version));
        return _flight = new Flight<T>(floor, Environment.After(Now, policy.SoftTimeout));
    }

    private void Keep(Answer<T> answer)
    {
        var kept = Kept<T>.From(answer, _policy, Environment, Now);
        Publish(kept.StaleUntil > Now ? kept : null);
    }

    private void Publish(Kept<T>? kept) => Volatile.Write(ref _kept, kept);
}

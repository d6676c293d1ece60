using Bff.Contracts.Cluster;

namespace Bff.Upstream.Governing;

/// <summary>
/// One tenant's calls in this process: those in flight never pass the leased permits, a bounded number waits in order.
/// 1. A call enters when the lease has room; otherwise it waits, or is refused when too many do. What many wait for goes before them all, and is
/// refused only when as many again of its own kind wait.
/// 2. The lease is asked for at the first call, when it is half over, and when calls wait for more than it has; one demand at a time.
/// 3. A lease admits calls for a fixed time from before it was asked for, and the governor counts it until the last of them has ended:
///    so clocks and lost replies can only make it shorter.
/// 4. Without an answer the local share is the bound, once the last lease is over.
/// </summary>
internal sealed class TenantGate
{
    private readonly Func<TenantDemand, Task<TenantGrant>>? ask;
    private readonly TenantBounds bounds;
    private readonly TimeProvider time;
    private readonly GovernorMetrics metrics;
    private readonly Lock sync = new();
    private readonly LinkedList<TaskCompletionSource<Turn>> waiting = new();
    private int inFlight;
    private int permits;
    private long admitsUntil;
    private long renewAt;
    private long usedAt;
    private bool isOver;
    private bool isAlone;
    private bool isAsking;
    private bool isRetired;

    /// <param name="ask">Asks the governor; null when this process governs itself.</param>
    /// <param name="bounds">What holds for the tenant.</param>
    /// <param name="time">The clock.</param>
    /// <param name="metrics">Counts.</param>
    public TenantGate(Func<TenantDemand, Task<TenantGrant>>? ask, TenantBounds bounds, TimeProvider time, GovernorMetrics metrics)
    {
        (this.ask, this.bounds, this.time, this.metrics) = (ask, bounds, time, metrics);
        usedAt = time.GetTimestamp();
        (permits, admitsUntil) = ask is null ? (bounds.Permits, long.MaxValue) : (0, usedAt);
        renewAt = admitsUntil;
    }

    /// <summary>Waits for a turn. Null when this gate was given up meanwhile: take a new one.</summary>
    /// <param name="goesFirst">Many calls wait for this one.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public ValueTask<Turn>? Enter(bool goesFirst, CancellationToken cancellationToken)
    {
        ValueTask<Turn> turn;
        bool mustAsk;
        lock (sync)
        {
            if (isRetired)
            {
                return null;
            }

            usedAt = time.GetTimestamp();
            turn = Admit(goesFirst, cancellationToken);
            mustAsk = BeginAsking(IsAskingDue());
        }

        StartAsking(mustAsk);
        return turn;
    }

    /// <summary>Nobody waits, the governor answers, and less than an eighth of what it gave is in use.</summary>
    public bool IsQuiet
    {
        get
        {
            lock (sync)
            {
                return waiting.Count == 0 && !isAlone && (IsLeased ? inFlight * 8 < permits : inFlight == 0);
            }
        }
    }

    /// <summary>Gives the lease back and ends the gate when nobody used it for a lease's time.</summary>
    /// <returns>True when the gate has ended.</returns>
    public bool TryRetire()
    {
        TenantDemand back;
        lock (sync)
        {
            if (isAsking || inFlight > 0 || waiting.Count > 0 || time.GetElapsedTime(usedAt) < bounds.LeaseFor)
            {
                return false;
            }

            (isRetired, permits) = (true, 0);
            back = Demand(wanted: 0);
        }

        if (ask is not null)
        {
            _ = Task.Run(() => AnswerAsync(back));
        }

        return true;
    }

    /// <summary>Gives the lease back, because this process ends: what comes now takes turns by a lease of its own.</summary>
    public Task LeaveAsync()
    {
        TenantDemand back;
        lock (sync)
        {
            if (ask is null || isRetired || inFlight > 0)
            {
                return Task.CompletedTask;
            }

            permits = 0;
            back = Demand(wanted: 0);
        }

        return AnswerAsync(back);
    }

    // Step 1.
    private ValueTask<Turn> Admit(bool goesFirst, CancellationToken cancellationToken)
    {
        if ((waiting.Count == 0 || goesFirst) && inFlight < Room())
        {
            return ValueTask.FromResult(Begin());
        }

        if (inFlight + waiting.Count >= bounds.Permits + bounds.Queue + (goesFirst ? bounds.Permits + bounds.Queue : 0))
        {
            metrics.TurnRefused();
            return ValueTask.FromResult(Turn.Refused);
        }

        metrics.TurnWaits();
        var turn = new TaskCompletionSource<Turn>(TaskCreationOptions.RunContinuationsAsynchronously);
        var place = goesFirst ? waiting.AddFirst(turn) : waiting.AddLast(turn);
        return new ValueTask<Turn>(WaitAsync(place, cancellationToken));
    }

    private async Task<Turn> WaitAsync(LinkedListNode<TaskCompletionSource<Turn>> place, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(_ => Leave(place, cancellationToken), null);
        return await place.Value.Task;
    }

    private void Leave(LinkedListNode<TaskCompletionSource<Turn>> place, CancellationToken cancellationToken)
    {
        lock (sync)
        {
            if (place.List is null)
            {
                return;
            }

            waiting.Remove(place);
        }

        place.Value.SetCanceled(cancellationToken);
    }

    private Turn Begin()
    {
        inFlight++;
        return new Turn(End);
    }

    private void End()
    {
        bool mustAsk;
        lock (sync)
        {
            inFlight--;
            AdmitWaiting();

            // Another silo waits for what was taken back from this one: say at once that it is free.
            var isDrained = isOver && inFlight <= permits;
            isOver &= !isDrained;
            mustAsk = BeginAsking(isDrained || (waiting.Count > 0 && IsAskingDue()));
        }

        StartAsking(mustAsk);
    }

    private void AdmitWaiting()
    {
        while (waiting.First is { } first && inFlight < Room())
        {
            waiting.RemoveFirst();
            first.Value.SetResult(Begin());
        }
    }

    // Steps 3 and 4.
    private int Room() => IsLeased ? permits : isAlone ? bounds.LocalShare : 0;

    private bool IsLeased => time.GetTimestamp() < admitsUntil;

    // Step 2.
    private bool IsAskingDue() => time.GetTimestamp() >= renewAt || (waiting.Count > 0 && permits < bounds.Permits);

    private bool BeginAsking(bool isDue)
    {
        var begins = isDue && ask is not null && !isAsking && !isRetired;
        isAsking |= begins;
        return begins;
    }

    private void StartAsking(bool must)
    {
        if (must)
        {
            // Neither the caller's grain, nor its trace, nor its cancellation has to do with what all its neighbours need.
            using (ExecutionContext.SuppressFlow())
            {
                _ = Task.Run(AskAsync);
            }
        }
    }

    private async Task AskAsync()
    {
        while (true)
        {
            TenantDemand demand;
            lock (sync)
            {
                demand = Demand(Wanted());
            }

            var grant = await AnswerAsync(demand);
            metrics.Asked(grant is not null);
            lock (sync)
            {
                Take(grant, demand);
                AdmitWaiting();
                if (waiting.Count == 0 || !IsAskingDue())
                {
                    isAsking = false;
                    return;
                }
            }

            await Task.Delay(bounds.AskAgainAfter, time);
        }
    }

    private async Task<TenantGrant?> AnswerAsync(TenantDemand demand)
    {
        try
        {
            return await ask!(demand).WaitAsync(bounds.Patience, time);
        }
        catch (Exception)
        {
            // Whatever it was, it is the governor's own affair; here it counts as no answer, and in the metrics.
            return null;
        }
    }

    private void Take(TenantGrant? grant, TenantDemand demand)
    {
        isAlone = grant is null;
        if (grant is null)
        {
            renewAt = time.GetTimestamp() + Ticks(bounds.AskAgainAfter);
            return;
        }

        permits = grant.Permits;
        isOver = permits < demand.Held;
        (admitsUntil, renewAt) = (demand.Sequence + Ticks(bounds.LeaseFor), demand.Sequence + Ticks(bounds.LeaseFor / 2));
    }

    private TenantDemand Demand(int wanted) => new("", time.GetTimestamp(), inFlight, IsLeased ? permits : 0, wanted);

    // Whole chunks, and half a chunk to spare, so that a steady tenant seldom asks for more.
    private int Wanted()
    {
        var needed = inFlight + waiting.Count + (bounds.Chunk / 2);
        return Math.Min(bounds.Permits, (needed + bounds.Chunk - 1) / bounds.Chunk * bounds.Chunk);
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}

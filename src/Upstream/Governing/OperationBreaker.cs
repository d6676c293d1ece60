using Bff.Contracts.Cluster;

namespace Bff.Upstream.Governing;

/// <summary>
/// The breaker of one operation of one tenant, as this process sees it.
/// 1. Closed, it counts failures from the first one on. At too many it opens, here at once and for all silos by the governor.
/// 2. Open, it refuses for a while. What calls that had begun before come back with changes nothing.
/// 3. Then one caller asks the governor: it makes the cluster's only probe, or the breaker is closed already, or it waits on.
/// 4. The probe's end closes it or opens it again. Without the governor each process probes for itself.
/// </summary>
internal sealed class OperationBreaker(string operation, ISharedBreakers shared, GovernorOptions options, TimeProvider time, GovernorMetrics metrics)
{
    private readonly Lock sync = new();
    private int failures;
    private int calls;
    private long countedFrom;
    private long? refusesUntil;
    private bool isTried;

    /// <summary>Nothing is known against the operation.</summary>
    public bool IsIdle
    {
        get
        {
            lock (sync)
            {
                return refusesUntil is null && (failures == 0 || time.GetElapsedTime(countedFrom) > options.BreakWindow);
            }
        }
    }

    /// <summary>How long the breaker refuses still; null when a call may begin or try.</summary>
    public TimeSpan? Refusal()
    {
        lock (sync)
        {
            return RefusalNow();
        }
    }

    /// <summary>Begins a call.</summary>
    /// <returns>Whether it is the probe.</returns>
    /// <exception cref="BreakerOpenException">It may not begin.</exception>
    public async ValueTask<bool> BeginAsync()
    {
        lock (sync)
        {
            if (refusesUntil is null)
            {
                return false;
            }

            if (RefusalNow() is { } wait)
            {
                metrics.Refused(operation);
                throw new BreakerOpenException(wait);
            }

            isTried = true;
        }

        return Take(await AskAsync());
    }

    /// <summary>Ends a call; null when it says nothing about v6.</summary>
    public async ValueTask EndAsync(bool isProbe, bool? worked)
    {
        if (isProbe)
        {
            TakeProbe(worked);
            await TellAsync(() => shared.EndProbeAsync(operation, worked));
        }
        else if (worked is { } ok && Count(ok))
        {
            await TellAsync(() => shared.TripAsync(operation));
        }
    }

    /// <summary>The governor says that it is broken.</summary>
    public void Learn(TimeSpan wait)
    {
        lock (sync)
        {
            if (refusesUntil is null)
            {
                Open(wait);
            }
        }
    }

    private TimeSpan? RefusalNow()
    {
        if (refusesUntil is not { } until)
        {
            return null;
        }

        var now = time.GetTimestamp();
        return now < until ? time.GetElapsedTime(now, until) : isTried ? options.LeaseFor / 4 : null;
    }

    // Step 1.
    private bool Count(bool worked)
    {
        lock (sync)
        {
            if (refusesUntil is not null || (worked && failures == 0))
            {
                return false;
            }

            if (failures == 0 || time.GetElapsedTime(countedFrom) > options.BreakWindow)
            {
                (failures, calls, countedFrom) = (0, 0, time.GetTimestamp());
            }

            (failures, calls) = (failures + (worked ? 0 : 1), calls + 1);
            if (failures < options.BreakAfterFailures || failures * 100 < calls * options.BreakAtPercent)
            {
                return false;
            }

            Open(options.BreakFor);
            return true;
        }
    }

    // Step 3.
    private async Task<ProbeVerdict> AskAsync()
    {
        try
        {
            return await shared.AskProbeAsync(operation).WaitAsync(options.Patience, time);
        }
        catch (Exception)
        {
            // No governor.
            return new ProbeVerdict(ProbeKind.Probe);
        }
    }

    private bool Take(ProbeVerdict verdict)
    {
        lock (sync)
        {
            switch (verdict.Kind)
            {
                case ProbeKind.Closed:
                    Close();
                    return false;
                case ProbeKind.Probe:
                    metrics.Changed(operation, "probing");
                    return true;
                default:
                    (refusesUntil, isTried) = (time.GetTimestamp() + Ticks(verdict.Wait), false);
                    metrics.Refused(operation);
                    throw new BreakerOpenException(verdict.Wait);
            }
        }
    }

    // Step 4.
    private void TakeProbe(bool? worked)
    {
        lock (sync)
        {
            if (worked is true)
            {
                Close();
            }
            else
            {
                Open(worked is false ? options.BreakFor : TimeSpan.Zero);
            }
        }
    }

    private void Open(TimeSpan wait)
    {
        (refusesUntil, isTried, failures) = (time.GetTimestamp() + Ticks(wait), false, 0);
        metrics.Changed(operation, "open");
    }

    private void Close()
    {
        (refusesUntil, isTried, failures) = (null, false, 0);
        metrics.Changed(operation, "closed");
    }

    private async Task TellAsync(Func<Task> tell)
    {
        try
        {
            await tell().WaitAsync(options.Patience, time);
        }
        catch (Exception)
        {
            // The other silos find out by themselves.
        }
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}

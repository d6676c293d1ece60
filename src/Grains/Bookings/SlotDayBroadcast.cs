using System.Diagnostics;
using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Contracts.Live;
using Bff.Grains.Live;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Bookings;

/// <summary>
/// Tells who watches a day how its slots change:
/// <list type="number">
/// <item>The first who listens makes it begin: the slots are read, if nobody has just done so.</item>
/// <item>Every reading of the day is compared with what was told last, whoever asked for it; a difference is a change with the next number.</item>
/// <item>A booking through this grain is told as soon as it is made, from the last reading, without asking v6.</item>
/// <item>v6 is asked when nothing has been read for the interval, and at once when the day was changed in a way that only v6 can tell.</item>
/// <item>When nobody listens any more, or their leases are over, v6 is not asked any more.</item>
/// </list>
/// </summary>
/// <param name="listeners">Who listens.</param>
/// <param name="live">Interval and clock.</param>
/// <param name="read">Reads the day; true demands an answer that is newer than the call.</param>
/// <param name="shown">What customers see of a reading.</param>
/// <param name="log">For readings that break.</param>
internal sealed partial class SlotDayBroadcast(
    LiveListeners listeners, LiveOwners live, Func<bool, Task<Answer<SlotReading>>> read, Func<SlotReading, SlotDay> shown, ILogger log) : IDisposable
{
    private readonly CancellationTokenSource ended = new();
    private SlotReading? last;
    private long lastAt;
    private Task? polls;
    private Task? poll;
    private bool isPollDue;

    /// <summary>Somebody listens, or still does.</summary>
    public async Task<LiveState> WatchAsync(LiveSubscription subscription)
    {
        listeners.Renew(subscription);
        if (polls is null)
        {
            // Step 1
            var answer = await read(false);
            if (answer.Value is not { } reading)
            {
                listeners.Remove(subscription.Listener);
                return listeners.Failed(answer.Failure ?? new Failure(ErrorCodes.NotFound));
            }

            Offer(reading);
            polls ??= PollAsync();
        }

        return listeners.StateFor(subscription);
    }

    /// <summary>Somebody does not listen any more.</summary>
    public void Unwatch(Guid listener) => listeners.Remove(listener);

    /// <summary>The day was read.</summary>
    public void Offer(SlotReading reading)
    {
        // Step 2
        if (last is null || reading.Answered >= last.Answered)
        {
            (last, lastAt) = (reading, live.Clock.GetTimestamp());
            Tell();
        }
    }

    /// <summary>A booking of the day has an outcome.</summary>
    /// <param name="isKnown">What it means for the slots is known here; otherwise v6 is asked.</param>
    public void Changed(bool isKnown)
    {
        // Steps 3 and 4
        Tell();
        if (!isKnown && polls is not null)
        {
            PollNow();
        }
    }

    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
    }

    private void Tell()
    {
        if (last is null || !listeners.Any())
        {
            return;
        }

        var now = shown(last);
        var told = listeners.Latest?.Value as SlotDayLive;
        var changed = told is null ? [] : SlotDayDifference.Between(told.Day, now);
        if (changed is not { Length: 0 } || told is null)
        {
            listeners.Publish(new SlotDayLive(now, changed ?? []));
        }
    }

    // Steps 4 and 5
    private async Task PollAsync()
    {
        // It outlives the call that began it, and is no part of its trace.
        await Task.Yield();
        Activity.Current = null;
        try
        {
            await PollWhileWatchedAsync(ended.Token);
        }
        finally
        {
            polls = null;
        }
    }

    private async Task PollWhileWatchedAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && listeners.Any())
        {
            var wait = live.Options.PollEvery - live.Clock.GetElapsedTime(lastAt);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, live.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
                continue;
            }

            // A reading that fails is tried again after the interval too.
            lastAt = live.Clock.GetTimestamp();
            PollNow();
            await poll!;
        }
    }

    private void PollNow()
    {
        isPollDue = true;
        poll = poll is null or { IsCompleted: true } ? PollWhileDueAsync() : poll;
    }

    // Who comes while v6 is asked needs another look, but all of them together need one.
    private async Task PollWhileDueAsync()
    {
        while (isPollDue && listeners.Any())
        {
            isPollDue = false;
            live.Metrics.Polled();
            try
            {
                var answer = await read(true);
                if (answer.Value is { } reading)
                {
                    Offer(reading);
                }
            }
            catch (Exception exception)
            {
                // A defect of one reading must not end all others: who watches goes on waiting for the next.
                LogBroken(log, exception);
            }
        }
    }

    [LoggerMessage(EventId = 2603, Level = LogLevel.Error, Message = "The slots of a watched day could not be read; they are tried again after Live:PollEvery.")]
    private static partial void LogBroken(ILogger logger, Exception exception);
}

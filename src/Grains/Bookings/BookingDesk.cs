using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Bookings;

/// <summary>Whether a place could be held, and if not, why.</summary>
/// <param name="Attempt">The attempt that holds it; null when it is not held.</param>
/// <param name="Failure">Why nobody can tell; null when it is held, or when others hold it.</param>
internal readonly record struct Hold(Guid? Attempt, Failure? Failure)
{
    /// <summary>Others hold the place or have just taken it.</summary>
    public bool IsTaken => Attempt is null && Failure is null;
}

/// <summary>
/// One activation's desk: whoever wants a place of the day stands here before v6 is asked and comes back with what became of it.
/// An intent is in storage before the one and until after the other, so whatever dies, the place is not given to another meanwhile.
/// </summary>
/// <param name="store">The intents.</param>
/// <param name="options">How long they last.</param>
/// <param name="time">The clock.</param>
/// <param name="read">Reads v6's slots around a place; the second argument asks for a look that is newer than the last.</param>
/// <param name="log">For intents that could not be written.</param>
internal sealed partial class BookingDesk(
    SlotHoldStore store, BookingOptions options, TimeProvider time, Func<SlotPlace, bool, Task<SlotReading?>> read, ILogger log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private readonly Dictionary<Guid, TaskCompletionSource> underWay = [];

    /// <summary>The holds that count now.</summary>
    public ImmutableArray<SlotHold> Holds => Current(store.Holds);

    /// <summary>Holds a place, if it can be had. What is held must be settled.</summary>
    public async Task<Hold> HoldAsync(WantedPlace wanted)
    {
        var attempt = Guid.NewGuid();
        underWay.Add(attempt, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var hold = default(Hold);
        try
        {
            hold = await HoldAsync(attempt, wanted);
        }
        catch (Exception exception)
        {
            LogNotHeld(exception);
            hold = new Hold(null, new Failure(ErrorCodes.ClusterUnavailable, Retryable: true));
        }
        finally
        {
            if (hold.Attempt is null)
            {
                Leave(attempt);
            }
        }

        return hold;
    }

    /// <summary>Says what became of an attempt: the place is taken, free again, or nobody knows.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="state">What became of it; null when it took no place.</param>
    /// <param name="at">When the outcome was there.</param>
    /// <param name="booking">The booking that was made.</param>
    public async Task SettleAsync(Guid attempt, HoldState? state, DateTimeOffset at, string? booking = null)
    {
        try
        {
            await store.ChangeAsync(holds => (Settled(holds, attempt, own => state is { } known
                ? own with { State = known, SettledAt = at, BookingId = booking ?? own.BookingId }
                : null), true));
        }
        catch (Exception exception)
        {
            // In storage it goes on as one that nobody knows the outcome of, and ends as such.
            LogNotSettled(exception);
        }
        finally
        {
            Leave(attempt);
        }
    }

    /// <summary>Removes what is over from storage, before this activation ends.</summary>
    public async Task TidyAsync()
    {
        if (store.Holds.IsEmpty)
        {
            return;
        }

        try
        {
            await store.ChangeAsync(holds => (Current(holds), true));
        }
        catch (Exception exception)
        {
            LogNotSettled(exception);
        }
    }

    private async Task<Hold> HoldAsync(Guid attempt, WantedPlace wanted)
    {
        var started = time.GetTimestamp();
        SlotReading? reading = null;
        for (var reads = 0; ;)
        {
            switch (await DecideAsync(attempt, wanted, reading, canRead: reads < 2))
            {
                case SlotVerdict.Admit:
                    return new Hold(attempt, null);
                case SlotVerdict.Read:
                    reading = await read(wanted.Place, reads++ > 0);
                    break;
                case SlotVerdict.Wait { Attempts: var others } when await AnyEndsAsync(others, Patience - time.GetElapsedTime(started)):
                    (reading, reads) = (null, 0);
                    break;
                default:
                    return default;
            }
        }
    }

    private Task<SlotVerdict> DecideAsync(Guid attempt, WantedPlace wanted, SlotReading? reading, bool canRead) => store.ChangeAsync(holds =>
    {
        var current = Current(holds);
        var verdict = new SlotArbiter(current, underWay.ContainsKey).Decide(wanted, reading, canRead);
        return verdict is SlotVerdict.Admit
            ? (current.Add(new SlotHold(attempt, wanted.Place, HoldState.Sending, time.GetUtcNow(), null, wanted.MovedBooking)), verdict)
            : (holds, verdict);
    });

    private ImmutableArray<SlotHold> Settled(ImmutableArray<SlotHold> holds, Guid attempt, Func<SlotHold, SlotHold?> settle)
    {
        var current = Current(holds);
        var own = current.FirstOrDefault(hold => hold.Attempt == attempt);
        return own is null ? current : settle(own) is { } settled ? current.Replace(own, settled) : current.Remove(own);
    }

    private ImmutableArray<SlotHold> Current(ImmutableArray<SlotHold> holds)
    {
        var now = time.GetUtcNow();
        return holds.Any(IsOver) ? holds.RemoveAll(IsOver) : holds;

        bool IsOver(SlotHold hold) => !underWay.ContainsKey(hold.Attempt) && options.IsOver(hold, now);
    }

    private async Task<bool> AnyEndsAsync(IReadOnlyList<Guid> attempts, TimeSpan within)
    {
        var ends = attempts.Select(attempt => underWay.TryGetValue(attempt, out var end) ? end.Task : Task.CompletedTask);
        try
        {
            await Task.WhenAny(ends).WaitAsync(within > TimeSpan.Zero ? within : TimeSpan.Zero, time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private void Leave(Guid attempt)
    {
        if (underWay.Remove(attempt, out var end))
        {
            end.SetResult();
        }
    }

    [LoggerMessage(EventId = 2300, Level = LogLevel.Warning, Message = "A place could not be held, so v6 was not asked: storage failed.")]
    private partial void LogNotHeld(Exception exception);

    [LoggerMessage(EventId = 2501, Level = LogLevel.Warning, Message = "What became of held places could not be stored; they stay held for Bookings:HoldUnknownFor.")]
    private partial void LogNotSettled(Exception exception);
}

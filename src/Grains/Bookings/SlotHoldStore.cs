using System.Collections.Immutable;
using Orleans.Storage;

namespace Bff.Grains.Bookings;

/// <summary>
/// The held places of one day, as storage has them. Storage takes a write only from whoever has seen the last one (ETag): of two
/// activations of the same day, alive at once, the later one fails, reads what the other wrote and decides again.
/// </summary>
/// <remarks>Nothing is read before the first booking, so that reading slots does not depend on storage.</remarks>
internal sealed class SlotHoldStore(IGrainStorage storage, GrainId grain)
{
    /// <summary>Name of the grain storage, so that it can be a Redis of its own.</summary>
    public const string StorageName = "slot-days";

    private const string StateName = "slot-day";
    private const int Attempts = 5;

    // Calls interleave in the grain; two writes at once would look to each other like two activations.
    private Task last = Task.CompletedTask;
    private GrainState<StoredSlotHolds>? stored;

    /// <summary>The holds as last read or written here.</summary>
    public ImmutableArray<SlotHold> Holds { get; private set; } = [];

    /// <summary>Another activation has written to this day behind this one's back.</summary>
    public bool HasRival { get; private set; }

    /// <summary>
    /// Changes the newest holds. The change is computed again when another activation has written meanwhile; the same holds from it write nothing.
    /// </summary>
    /// <returns>What the change gave beside the holds.</returns>
    public Task<T> ChangeAsync<T>(Func<ImmutableArray<SlotHold>, (ImmutableArray<SlotHold> Holds, T Outcome)> change) => InTurnAsync(async () =>
    {
        for (var attempt = 1; ; attempt++)
        {
            var state = stored ??= await ReadAsync();
            var (holds, outcome) = change(Holds);
            if (holds == Holds)
            {
                return outcome;
            }

            try
            {
                await WriteAsync(state, holds);
                return outcome;
            }
            catch (InconsistentStateException) when (attempt < Attempts)
            {
                (stored, HasRival) = (null, true);
            }
            catch
            {
                // It may have been written all the same.
                stored = null;
                throw;
            }
        }
    });

    private async Task<GrainState<StoredSlotHolds>> ReadAsync()
    {
        var state = new GrainState<StoredSlotHolds>(new StoredSlotHolds());
        await storage.ReadStateAsync(StateName, grain, state);
        Holds = [.. state.State?.Holds ?? []];
        return state;
    }

    private async Task WriteAsync(GrainState<StoredSlotHolds> state, ImmutableArray<SlotHold> holds)
    {
        if (holds.IsEmpty)
        {
            await storage.ClearStateAsync(StateName, grain, state);
            stored = null;
        }
        else
        {
            state.State = new StoredSlotHolds { Holds = [.. holds] };
            await storage.WriteStateAsync(StateName, grain, state);
        }

        Holds = holds;
    }

    private Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        var turn = AfterAsync(last, work);
        last = turn;
        return turn;
    }

    private static async Task<T> AfterAsync<T>(Task before, Func<Task<T>> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return await work();
    }
}

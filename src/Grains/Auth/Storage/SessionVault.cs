using Bff.Contracts.Keys;
using Orleans.Storage;

namespace Bff.Grains.Auth.Storage;

/// <summary>
/// The stored session of one activation. Storage takes a write only from whoever has seen the last one (ETag), so that of two
/// activations of the same session one wins and the other notices.
/// </summary>
internal sealed class SessionVault(IPersistentState<StoredSession> state, SessionProtector protector, string grainKey)
{
    private const int Attempts = 5;

    // Calls interleave in the grain; two writes at once would look to each other like two activations.
    private Task _last = Task.CompletedTask;
    private SessionRecord? _record;

    /// <summary>There is a session, but no key in the ring opens it.</summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>The session as last read or written here; null when there is none or it cannot be read.</summary>
    public SessionRecord? Record => _record;

    /// <summary>Tenant of the session that is or was here.</summary>
    public TenantId Tenant { get; private set; }

    /// <summary>Opens what storage gave at activation.</summary>
    public void Open()
    {
        _record = null;
        IsUnreadable = state.RecordExists && state.State.Sealed.Length > 0 && !protector.TryOpen(state.State, grainKey, out _record);
        Tenant = _record?.Customer.Key.Tenant ?? Tenant;
    }

    /// <summary>Looks what storage has now.</summary>
    public Task ReadAsync() => InTurnAsync(async () =>
    {
        await ReloadAsync();
        return true;
    });

    /// <summary>
    /// Writes a change of the newest record. It is computed again when somebody else has written meanwhile; null from it means that the
    /// change no longer applies.
    /// </summary>
    /// <returns>False when the change did not apply.</returns>
    public Task<bool> ChangeAsync(Func<SessionRecord?, SessionRecord?> change) => InTurnAsync(async () =>
    {
        for (var attempt = 1; ; attempt++)
        {
            if (change(_record) is not { } changed)
            {
                return false;
            }

            try
            {
                state.State = protector.Seal(changed, grainKey);
                await state.WriteStateAsync();
                (_record, IsUnreadable, Tenant) = (changed, false, changed.Customer.Key.Tenant);
                return true;
            }
            catch (InconsistentStateException) when (attempt < Attempts)
            {
                await ReloadAsync();
            }
        }
    });

    /// <summary>Removes the session, also one that no key opens; with <paramref name="still"/> only when that holds for the newest record.</summary>
    /// <returns>What this very call has removed: of several that come at once, one removes.</returns>
    public Task<Removal> RemoveAsync(Func<SessionRecord, bool>? still = null) => InTurnAsync(async () =>
    {
        for (var attempt = 1; ; attempt++)
        {
            var removed = _record;
            if (removed is null ? still is not null || !IsUnreadable : still?.Invoke(removed) is false)
            {
                return default;
            }

            try
            {
                await state.ClearStateAsync();
                (_record, IsUnreadable) = (null, false);
                return new Removal(IsDone: true, removed);
            }
            catch (InconsistentStateException) when (attempt < Attempts)
            {
                await ReloadAsync();
            }
        }
    });

    private async Task ReloadAsync()
    {
        await state.ReadStateAsync();
        Open();
    }

    private Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        var turn = AfterAsync(_last, work);
        _last = turn;
        return turn;
    }

    private static async Task<T> AfterAsync<T>(Task before, Func<Task<T>> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return await work();
    }
}

/// <summary>What became of an attempt to remove a session.</summary>
/// <param name="IsDone">This call has removed it. False when there was none, or when it may stay.</param>
/// <param name="Record">The session as it was last; null when no key opens it.</param>
internal readonly record struct Removal(bool IsDone, SessionRecord? Record);

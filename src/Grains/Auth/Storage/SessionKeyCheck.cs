using System.Text;
using Microsoft.Extensions.Logging;
using Orleans.Providers;
using Orleans.Storage;

namespace Bff.Grains.Auth.Storage;

/// <summary>
/// Finds a wrong key before it does harm. For each key of the ring storage keeps a small block sealed with it; a silo whose key of that
/// id does not open it does not start, because it would take every session for unreadable and seal new ones that nobody else can read.
/// The blocks lie in the default storage, whose rows do not run out: written once, they must last as long as the id is in use, and rows
/// of sessions leave theirs by themselves.
/// </summary>
internal sealed partial class SessionKeyCheck(
    [Microsoft.Extensions.DependencyInjection.FromKeyedServices(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME)] IGrainStorage storage,
    SessionProtector protector,
    ILogger<SessionKeyCheck> logger)
{
    private const string StateName = "key-check";
    private static readonly byte[] Plain = Encoding.ASCII.GetBytes("key check");

    /// <summary>Compares all keys.</summary>
    /// <exception cref="SessionKeyException">A key is not the one that is in use under its id.</exception>
    public async Task RunAsync()
    {
        // What is kept in memory began with this process: there is nothing to compare with, nor anybody to ask before the silo is active.
        if (storage is MemoryGrainStorage)
        {
            return;
        }

        foreach (var id in protector.KeyIds)
        {
            await CheckAsync(id);
        }
    }

    private async Task CheckAsync(string id)
    {
        StoredSession stored;
        try
        {
            stored = await ReadOrWriteAsync(id);
        }
        catch (Exception exception)
        {
            // Storage that is away keeps nobody from starting: its probe and each session say so.
            LogNotChecked(id, exception.GetType().Name);
            return;
        }

        if (!protector.TryOpen(id, stored.Sealed, "", id, out _))
        {
            throw new SessionKeyException(
                $"{SessionKeyOptions.Section}:Ring:{id} is not the key that the stored sessions of this id were sealed with. Give the new key an id of its own.");
        }
    }

    private async Task<StoredSession> ReadOrWriteAsync(string id)
    {
        var row = GrainId.Create("session-key-check", id);
        var state = new GrainState<StoredSession>(new StoredSession());
        await storage.ReadStateAsync(StateName, row, state);
        if (state.RecordExists)
        {
            return state.State!;
        }

        try
        {
            state.State = new StoredSession { KeyId = id, Sealed = protector.Seal(id, Plain, "", id) };
            await storage.WriteStateAsync(StateName, row, state);
        }
        catch (InconsistentStateException)
        {
            // Another silo was faster: its key is the one to compare with.
            await storage.ReadStateAsync(StateName, row, state);
        }

        return state.State!;
    }

    [LoggerMessage(EventId = 2120, Level = LogLevel.Warning, Message = "The session key {Id} could not be checked against storage ({Kind}).")]
    private partial void LogNotChecked(string id, string kind);
}

/// <summary>The silo must not start with these keys.</summary>
internal sealed class SessionKeyException(string message) : Exception(message);

using System.Text;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Bff.Grains.Auth.Storage;

/// <summary>
/// Finds a wrong key before it does harm. For each key of the ring storage keeps a small block sealed with it; a silo whose key of that
/// id does not open it does not start, because it would take every session for unreadable and seal new ones that nobody else can read.
/// </summary>
internal sealed partial class SessionKeyCheck(
    [Microsoft.Extensions.DependencyInjection.FromKeyedServices(SessionStorage.Name)] IGrainStorage storage,
    SessionProtector protector,
    ILogger<SessionKeyCheck> logger)
{
    private const string StateName = "key-check";
    private static readonly byte[] Plain = Encoding.ASCII.GetBytes("key check");

    /// <summary>Compares all keys.</summary>
    /// <exception cref="SessionKeyException">A key is not the one that is in use under its id.</exception>
    public async Task RunAsync()
    {
        foreach (var id in protector.KeyIds)
        {
            await CheckAsync(id);
        }
    }

    private async Task CheckAsync(string id)
    {
        var row = GrainId.Create("session-key-check", id);
        var state = new GrainState<StoredSession>(new StoredSession());
        try
        {
            await storage.ReadStateAsync(StateName, row, state);
            if (!state.RecordExists)
            {
                state.State = new StoredSession { KeyId = id, Sealed = protector.Seal(id, Plain, "", id) };
                await storage.WriteStateAsync(StateName, row, state);
                return;
            }
        }
        catch (InconsistentStateException)
        {
            // Another silo was faster; whose key is right shows at the next start, or at the first session.
            return;
        }
        catch (Exception exception) when (exception is not SessionKeyException)
        {
            // Storage that is away keeps nobody from starting: its probe and each session say so.
            LogNotChecked(id, exception.GetType().Name);
            return;
        }

        if (!protector.TryOpen(id, state.State!.Sealed, "", id, out _))
        {
            throw new SessionKeyException(
                $"{SessionKeyOptions.Section}:Ring:{id} is not the key that the stored sessions of this id were sealed with. Give the new key an id of its own.");
        }
    }

    [LoggerMessage(EventId = 2120, Level = LogLevel.Warning, Message = "The session key {Id} could not be checked against storage ({Kind}).")]
    private partial void LogNotChecked(string id, string kind);
}

/// <summary>The silo must not start with these keys.</summary>
internal sealed class SessionKeyException(string message) : Exception(message);

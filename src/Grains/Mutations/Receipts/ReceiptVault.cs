using Bff.Contracts.Mutations;
using Bff.Grains.Auth.Storage;
using Orleans.Serialization;
using Orleans.Storage;

namespace Bff.Grains.Mutations.Receipts;

/// <summary>
/// The stored receipt of one activation, sealed as sessions are. Storage takes a write only from whoever has seen the last one (ETag), so
/// that of two activations of the same receipt one wins and the other notices.
/// </summary>
internal sealed class ReceiptVault(
    IPersistentState<StoredReceipt> state, SessionProtector protector, Serializer<ReceiptRecord> serializer, ReceiptKey key)
{
    // No row of a session is called like this, so that neither can stand in for the other.
    private readonly string row = $"receipt/{key}";

    /// <summary>The receipt as last read or written here; null when there is none or it cannot be read.</summary>
    public ReceiptRecord? Record { get; private set; }

    /// <summary>There is a receipt, but no key in the ring opens it.</summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>A write failed without saying whether it was made: storage knows more than this activation.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>Opens what storage gave.</summary>
    public void Open()
    {
        byte[] plain = [];
        var isThere = state.RecordExists && state.State.Sealed.Length > 0;
        IsUnreadable = isThere && !protector.TryOpen(state.State.KeyId, state.State.Sealed, key.Tenant.Value, row, out plain);
        Record = isThere && !IsUnreadable ? serializer.Deserialize(plain) : null;
    }

    /// <summary>Looks what storage has now.</summary>
    public async Task ReadAsync()
    {
        await state.ReadStateAsync();
        Open();
        IsDoubtful = false;
    }

    /// <summary>Writes, unless somebody else has written since the last look. False says so, and that it has been looked again.</summary>
    public async Task<bool> TryWriteAsync(ReceiptRecord record)
    {
        var keyId = protector.ActiveKeyId;
        IsDoubtful = true;
        state.State = new StoredReceipt { KeyId = keyId, Sealed = protector.Seal(keyId, serializer.SerializeToArray(record), key.Tenant.Value, row) };
        try
        {
            await state.WriteStateAsync();
        }
        catch (InconsistentStateException)
        {
            await ReadAsync();
            return false;
        }

        (Record, IsUnreadable, IsDoubtful) = (record, false, false);
        return true;
    }
}

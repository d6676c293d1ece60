using System.Collections.Concurrent;
using System.Text;
using Bff.Grains.Mutations.Receipts;
using Orleans.Storage;

namespace Bff.Tests.Mutations;

/// <summary>
/// Keeps receipts as Redis would: outside of every silo, with ETags, and sometimes not at all. What else lies in that storage is kept too,
/// and not counted.
/// </summary>
internal sealed class ReceiptStore : IGrainStorage
{
    private readonly ConcurrentDictionary<string, Row> rows = new();
    private readonly ConcurrentDictionary<string, object> others = new();
    private int writes;

    /// <summary>No call is answered.</summary>
    public bool IsDown { get; set; }

    /// <summary>Only so many writes are taken from now on.</summary>
    public int WritesLeft { get; set; } = int.MaxValue;

    /// <summary>Writes so far.</summary>
    public int Writes => writes;

    /// <summary>Everything that lies in storage, keys and blocks, as text.</summary>
    public string Everything => string.Join('\n', rows.Select(row => $"{row.Key} {Encoding.Latin1.GetString(row.Value.Sealed)}"));

    /// <summary>Rows.</summary>
    public int Count => rows.Count;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ThrowIf(IsDown);
        if (typeof(T) != typeof(StoredReceipt))
        {
            grainState.State = others.TryGetValue(grainId.ToString(), out var other) ? (T)other : Activator.CreateInstance<T>();
        }
        else if (rows.TryGetValue(grainId.ToString(), out var row))
        {
            grainState.State = (T)(object)new StoredReceipt { KeyId = row.KeyId, Sealed = row.Sealed };
            (grainState.ETag, grainState.RecordExists) = (row.ETag, true);
        }
        else
        {
            (grainState.State, grainState.ETag, grainState.RecordExists) = (Activator.CreateInstance<T>(), null, false);
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (typeof(T) != typeof(StoredReceipt))
        {
            ThrowIf(IsDown);
            others[grainId.ToString()] = grainState.State!;
            return Task.CompletedTask;
        }

        ThrowIf(IsDown || WritesLeft-- <= 0);
        var stored = (StoredReceipt)(object)grainState.State!;
        var next = new Row(stored.KeyId, stored.Sealed, Guid.NewGuid().ToString());
        var taken = grainState.ETag is null
            ? rows.TryAdd(grainId.ToString(), next)
            : rows.TryGetValue(grainId.ToString(), out var seen) && seen.ETag == grainState.ETag && rows.TryUpdate(grainId.ToString(), next, seen);
        if (!taken)
        {
            throw new InconsistentStateException("Somebody else has written.");
        }

        Interlocked.Increment(ref writes);
        (grainState.ETag, grainState.RecordExists) = (next.ETag, true);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException("Receipts are never cleared.");

    private static void ThrowIf(bool isAway)
    {
        if (isAway)
        {
            throw new IOException("Storage is away.");
        }
    }

    private sealed record Row(string KeyId, byte[] Sealed, string ETag);
}

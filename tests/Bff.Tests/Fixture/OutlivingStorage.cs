using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Serialization;
using Orleans.Storage;

namespace Bff.Tests.Fixture;

/// <summary>What Redis is in production: storage beside the silos, which takes a write only from whoever has seen the last one.</summary>
internal sealed class OutlivingStorage
{
    private static readonly string[] Names = [ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME, "sessions", "receipts", "slot-days"];

    private readonly ConcurrentDictionary<string, Row> rows = new();
    private int conflicts;

    /// <summary>Writes and clears that were refused, because somebody else had written meanwhile.</summary>
    public int Conflicts => conflicts;

    /// <summary>Rows that are kept now.</summary>
    public int Rows => rows.Count;

    /// <summary>Every write fails, as if the store had gone away.</summary>
    public bool IsAway { get; set; }

    /// <summary>Loses everything.</summary>
    public void Empty() => rows.Clear();

    /// <summary>Takes the place of a silo's stores.</summary>
    public void Replace(IServiceCollection services)
    {
        foreach (var name in Names)
        {
            services.AddKeyedSingleton<IGrainStorage>(name, (provider, _) => For(name, provider.GetRequiredService<Serializer>()));
        }
    }

    /// <summary>A store by that name.</summary>
    public IGrainStorage For(string name, Serializer serializer) => new Store(this, name, serializer);

    private sealed record Row(string ETag, byte[] Content);

    private sealed class Store(OutlivingStorage owner, string name, Serializer serializer) : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            ThrowIfAway();
            if (owner.rows.TryGetValue(KeyOf(stateName, grainId), out var row))
            {
                (grainState.State, grainState.ETag, grainState.RecordExists) = (serializer.Deserialize<T>(row.Content), row.ETag, true);
            }
            else
            {
                (grainState.ETag, grainState.RecordExists) = (null, false);
            }

            return Task.CompletedTask;
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            ThrowIfAway();
            var (key, row) = (KeyOf(stateName, grainId), new Row(Guid.NewGuid().ToString(), serializer.SerializeToArray(grainState.State)));
            var taken = owner.rows.TryGetValue(key, out var before)
                ? before.ETag == grainState.ETag && owner.rows.TryUpdate(key, row, before)
                : string.IsNullOrEmpty(grainState.ETag) && owner.rows.TryAdd(key, row);
            ThrowUnless(taken);
            (grainState.ETag, grainState.RecordExists) = (row.ETag, true);
            return Task.CompletedTask;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            ThrowIfAway();
            var key = KeyOf(stateName, grainId);
            ThrowUnless(!owner.rows.TryGetValue(key, out var before)
                || (before.ETag == grainState.ETag && owner.rows.TryRemove(new KeyValuePair<string, Row>(key, before))));
            (grainState.ETag, grainState.RecordExists) = (null, false);
            return Task.CompletedTask;
        }

        private string KeyOf(string stateName, GrainId grainId) => $"{name}/{stateName}/{grainId}";

        private void ThrowIfAway()
        {
            if (owner.IsAway)
            {
                throw new IOException("The store is away.");
            }
        }

        private void ThrowUnless(bool taken)
        {
            if (!taken)
            {
                Interlocked.Increment(ref owner.conflicts);
                throw new InconsistentStateException("Somebody else has written.");
            }
        }
    }
}

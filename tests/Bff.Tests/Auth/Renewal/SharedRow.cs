using Bff.Grains.Auth.Storage;
using Orleans.Storage;

namespace Bff.Tests.Auth.Renewal;

/// <summary>One row of grain storage, as Redis and memory storage behave: a write must bring the ETag of the last one.</summary>
internal sealed class SharedRow
{
    private StoredSession? _stored;
    private int _version;

    public bool IsDown { get; set; }

    public int Writes { get; private set; }

    public bool Exists => _stored is not null;

    /// <summary>The row as one activation sees it.</summary>
    public IPersistentState<StoredSession> Open()
    {
        var state = new Activation(this);
        state.Read();
        return state;
    }

    private sealed class Activation(SharedRow row) : IPersistentState<StoredSession>
    {
        private int _seen;

        public StoredSession State { get; set; } = new();

        public string Etag => _seen.ToString(null, null);

        public bool RecordExists { get; private set; }

        public void Read()
        {
            State = row._stored is { } stored ? new StoredSession { Tenant = stored.Tenant, KeyId = stored.KeyId, Sealed = stored.Sealed } : new StoredSession();
            RecordExists = row._stored is not null;
            _seen = row._version;
        }

        public async Task ReadStateAsync()
        {
            await AnswerAsync();
            Read();
        }

        public async Task WriteStateAsync()
        {
            var writing = State;
            await AnswerAsync();
            Check();
            row._stored = writing;
            (row.Writes, RecordExists, _seen) = (row.Writes + 1, true, ++row._version);
        }

        public async Task ClearStateAsync()
        {
            await AnswerAsync();
            Check();
            row._stored = null;
            (State, RecordExists, _seen) = (new StoredSession(), false, ++row._version);
        }

        private async Task AnswerAsync()
        {
            await Task.Yield();
            if (row.IsDown)
            {
                throw new IOException("The storage is down.");
            }
        }

        private void Check()
        {
            if (_seen != row._version)
            {
                throw new InconsistentStateException("Somebody else has written.");
            }
        }
    }
}

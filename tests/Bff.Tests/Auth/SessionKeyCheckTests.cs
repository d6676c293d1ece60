using Bff.Grains.Auth.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Serialization;
using Orleans.Storage;

namespace Bff.Tests.Auth;

public sealed class SessionKeyCheckTests
{
    private readonly RowsStorage _storage = new();

    [Fact]
    public async Task The_same_key_passes_at_every_start()
    {
        await CheckAsync(1);
        await CheckAsync(1);

        _storage.Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_key_under_the_same_id_stops_the_start_and_names_the_setting()
    {
        await CheckAsync(1);

        var refused = await Should.ThrowAsync<SessionKeyException>(() => CheckAsync(2));

        refused.Message.ShouldContain("Auth:Keys:Ring:k1");
    }

    [Fact]
    public async Task Storage_that_is_away_stops_nobody()
    {
        _storage.IsDown = true;

        await Should.NotThrowAsync(() => CheckAsync(1));
    }

    private Task CheckAsync(byte fill)
    {
        var options = new SessionKeyOptions { Active = "k1" };
        options.Ring["k1"] = Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray());
        var serializer = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer<SessionRecord>>();
        return new SessionKeyCheck(_storage, new SessionProtector(Options.Create(options), serializer), NullLogger<SessionKeyCheck>.Instance).RunAsync();
    }

    private sealed class RowsStorage : IGrainStorage
    {
        public Dictionary<GrainId, object> Rows { get; } = [];

        public bool IsDown { get; set; }

        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            if (IsDown)
            {
                throw new IOException("The storage is down.");
            }

            grainState.RecordExists = Rows.TryGetValue(grainId, out var row);
            grainState.State = row is T state ? state : grainState.State;
            return Task.CompletedTask;
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            Rows[grainId] = grainState.State!;
            return Task.CompletedTask;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
    }
}

using Bff.Contracts.Auth;
using Bff.Grains.Auth.Storage;
using Bff.Tests.Fixture;
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

    [Fact]
    public async Task A_silo_with_another_key_under_a_known_id_does_not_start()
    {
        var storage = new OutlivingStorage();
        await using var right = await BffFixture.StartAsync(new BffSetup { Storage = storage });

        var refused = await Should.ThrowAsync<Exception>(() => BffFixture.StartAsync(new BffSetup
        {
            Storage = storage,
            SameV6As = right,
            Settings = new Dictionary<string, string?> { ["Auth:Keys:Ring:test"] = KeyOf(7) },
        }));

        refused.ToString().ShouldContain("Auth:Keys:Ring:test is not the key");
    }

    [Fact]
    public async Task A_restart_with_a_new_active_key_beside_the_old_one_loses_no_session_and_seals_it_anew()
    {
        var storage = new OutlivingStorage();
        await using var before = await BffFixture.StartAsync(new BffSetup { Storage = storage });
        var device = await Device.SignedInAsync(before);

        // A minute later, because a token that is new is not renewed.
        var time = new ShiftableTime();
        time.Advance(TimeSpan.FromMinutes(1));
        await using var after = await BffFixture.StartAsync(new BffSetup
        {
            AuthTime = time,
            Storage = storage,
            SameV6As = before,
            Settings = new Dictionary<string, string?> { ["Auth:Keys:Active"] = "next", ["Auth:Keys:Ring:next"] = KeyOf(9) },
        });
        var later = new Device(after, device.Tenant, device.Phone) { Cookie = device.Cookie };

        (await StoredAsync(after, device)).KeyId.ShouldBe("test");
        (await later.IsSignedInAsync()).ShouldBeTrue();
        await later.SendAsync("mutation { refreshSession { session { id } } }");
        (await StoredAsync(after, device)).KeyId.ShouldBe("next");
        (await later.IsSignedInAsync()).ShouldBeTrue();
    }

    private static string KeyOf(byte fill) => Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray());

    private static async Task<StoredSession> StoredAsync(BffFixture bff, Device device)
    {
        var state = new GrainState<StoredSession>(new StoredSession());
        await bff.Cluster.Silos[0].ServiceProvider.GetRequiredKeyedService<IGrainStorage>("sessions")
            .ReadStateAsync("session", GrainId.Create("session", SessionKey.Of(device.SessionId).Value), state);
        return state.State!;
    }

    private Task CheckAsync(byte fill)
    {
        var options = new SessionKeyOptions { Active = "k1" };
        options.Ring["k1"] = KeyOf(fill);
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

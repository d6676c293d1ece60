using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Gateway.Auth;
using Bff.Silo;
using Bff.SystemTests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bff.SystemTests.Auth;

/// <summary>What ten thousand sessions cost. The silo runs in this process, so that its memory can be counted after a full collection.</summary>
public sealed class SessionSizeTests
{
    private const int Sessions = 10_000;
    private const int WarmUp = 100;

    // Signs new members up with a session at once.
    private static readonly TenantId Tenant = TenantId.Parse("yoga-berlin");

    [Fact]
    public async Task Ten_thousand_sessions_cost_what_the_guide_for_operators_says()
    {
        var folder = TestOutput.Folder(nameof(Ten_thousand_sessions_cost_what_the_guide_for_operators_says));
        await using var redis = await RedisServer.StartAsync(folder);
        await using var v6 = await Harness.Sandbox.StartAsync(folder);
        await using var reader = await redis.ConnectAsync();
        var before = await UsedMemoryAsync(reader);
        SessionKey[] sessions;
        await using (var first = await StartSiloAsync(redis, v6.Address))
        {
            sessions = await SignUpAsync(first.Services.GetRequiredService<IGrainFactory>());
            await first.StopAsync();
        }

        var allRows = (await UsedMemoryAsync(reader) - before) / sessions.Length;
        var ownRow = await MeanRowAsync(reader, sessions.Take(WarmUp));
        var inMemory = await ActivateAsync(redis, v6.Address, sessions);

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{sessions.Length} sessions: a session's row {ownRow} bytes by MEMORY USAGE; {allRows} bytes in Redis with all that belongs to it; {inMemory} bytes in the memory of a silo");
        ownRow.ShouldBeInRange(500, 2_500);
        allRows.ShouldBeInRange(ownRow, 6_000);
        inMemory.ShouldBeInRange(500, 24_000);
    }

    private static async Task<SessionKey[]> SignUpAsync(IGrainFactory grains)
    {
        var sessions = Enumerable.Range(0, WarmUp + Sessions).Select(_ => SessionId.New().Key).ToArray();
        await Parallel.ForAsync(0, sessions.Length, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
        {
            var seat = new SessionSeat(sessions[i], null, "Chrome on Windows");
            var result = await grains.GetGrain<ISignInGrain>(Tenant.Value).RegisterAsync(
                new Registration("Drill", $"Member {i}", null, $"drill{i}@example.com", null, null, seat));
            result.Value.ShouldNotBeNull($"sign-up {i}: {result.Errors.FirstOrDefault()}").HasSession.ShouldBeTrue();
        });
        return sessions;
    }

    // A new silo has none of them: what it grows by is what they need, each in use a moment ago.
    private static async Task<long> ActivateAsync(RedisServer redis, Uri v6, SessionKey[] sessions)
    {
        await using var silo = await StartSiloAsync(redis, v6);
        var grains = silo.Services.GetRequiredService<IGrainFactory>();
        await ValidateAsync(grains, sessions.Take(WarmUp));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await ValidateAsync(grains, sessions.Skip(WarmUp));
        var after = GC.GetTotalMemory(forceFullCollection: true);
        await silo.StopAsync();
        return (after - before) / Sessions;
    }

    private static Task ValidateAsync(IGrainFactory grains, IEnumerable<SessionKey> sessions) => Parallel.ForEachAsync(
        sessions,
        new ParallelOptions { MaxDegreeOfParallelism = 32 },
        async (session, _) => (await grains.GetGrain<ISessionGrain>(session.Value).ValidateAsync(Tenant)).IsValid.ShouldBeTrue());

    private static async Task<WebApplication> StartSiloAsync(RedisServer redis, Uri v6)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = $"http://127.0.0.1:{Ports.Free()}",
            ["Cluster:Clustering"] = "Redis",
            ["Cluster:AdvertisedAddress"] = "127.0.0.1",
            ["Cluster:SiloPort"] = $"{Ports.Free()}",
            ["Cluster:GatewayPort"] = $"{Ports.Free()}",
            ["Redis:Endpoints"] = redis.Endpoint,
            ["Upstream:BaseAddress"] = v6.ToString(),
            ["Upstream:WriteBudget"] = "00:00:20",
            ["Tenants:DefaultTimeZone"] = "Europe/Berlin",
            ["Tenants:DefaultCurrency"] = "EUR",
            ["Auth:Keys:Active"] = "test",
            ["Auth:Keys:Ring:test"] = Convert.ToBase64String(new byte[32]),
            ["Auth:Limits:TriesPerAddress"] = "1000000",
            ["Auth:Limits:TriesPerTenant"] = "1000000",
        });
        builder.AddSilo();
        var silo = builder.Build();
        await silo.StartAsync();
        return silo;
    }

    private static async Task<long> UsedMemoryAsync(StackExchange.Redis.ConnectionMultiplexer redis)
    {
        var info = (string)(await redis.GetDatabase().ExecuteAsync("INFO", "memory"))!;
        return long.Parse(info.Split("used_memory:")[1].Split('\r')[0], null);
    }

    private static async Task<long> MeanRowAsync(StackExchange.Redis.ConnectionMultiplexer redis, IEnumerable<SessionKey> sessions)
    {
        var wanted = sessions.Select(session => session.Value).ToHashSet(StringComparer.Ordinal);
        var sizes = new List<long>();
        await foreach (var key in redis.GetServers()[0].KeysAsync(pattern: "*session/*", pageSize: 1000))
        {
            if (wanted.Any(session => key.ToString().Contains(session, StringComparison.Ordinal)))
            {
                sizes.Add((long)await redis.GetDatabase().ExecuteAsync("MEMORY", "USAGE", key));
            }
        }

        sizes.Count.ShouldBe(wanted.Count);
        return sizes.Sum() / sizes.Count;
    }
}

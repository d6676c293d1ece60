using System.Text.Json;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;
using Bff.Tests.RealTime;

namespace Bff.Tests.Bookings;

/// <summary>An event of <c>slotDayChanged</c> as one watcher got it.</summary>
internal sealed record SeenChange(int Version, bool IsSnapshot, IReadOnlyDictionary<string, int> PlacesLeft, long At);

/// <summary>Many who watch one day, over WebSockets to all gateways in turn.</summary>
internal sealed class DayCrowd : IDisposable
{
    private const int WatchersPerSocket = 50;

    private const string Document = """
        subscription($service: ID!, $date: LocalDate!) {
          slotDayChanged(serviceId: $service, date: $date) {
            version asOf
            snapshot { slots { startsAt remainingCapacity } }
            slots { startsAt remainingCapacity }
          }
        }
        """;

    private readonly List<SocketClient> sockets = [];
    private readonly List<SeenChange>[] seen;

    private DayCrowd(int watchers) => seen = [.. Enumerable.Range(0, watchers).Select(_ => new List<SeenChange>())];

    /// <summary>Begins to watch the day of this slot; everybody has a snapshot when it returns.</summary>
    public static async Task<DayCrowd> GatherAsync(BffFixture bff, Guest guest, SeenSlot slot, int watchers, int gateways = 1)
    {
        var crowd = new DayCrowd(watchers);
        for (var first = 0; first < watchers; first += WatchersPerSocket)
        {
            var socket = await SocketClient.StartAsync(
                bff.AddressOf(first / WatchersPerSocket % gateways), new Dictionary<string, string> { ["X-Company-Id"] = guest.Tenant });
            crowd.sockets.Add(socket);
            for (var watcher = first; watcher < Math.Min(watchers, first + WatchersPerSocket); watcher++)
            {
                await socket.SubscribeAsync($"{watcher}", Document, new { service = slot.ServiceId, date = slot.Date });
            }

            _ = crowd.ReadAsync(socket);
        }

        await crowd.AllSeeAsync(events => events is [{ IsSnapshot: true }, ..], "the first snapshot");
        return crowd;
    }

    /// <summary>Waits until each watcher's events are so.</summary>
    public Task<TimeSpan> AllSeeAsync(Func<IReadOnlyList<SeenChange>, bool> state, string description) =>
        Eventually.BecomesAsync(() => Task.FromResult(Seen.All(state)), description);

    /// <summary>What each watcher has got until now.</summary>
    public IReadOnlyList<IReadOnlyList<SeenChange>> Seen => [.. seen.Select(events =>
    {
        lock (events)
        {
            return events.ToArray();
        }
    })];

    /// <summary>Each version follows the one before it, except that of a snapshot.</summary>
    public bool IsContiguous => Seen.All(events => events.Zip(events.Skip(1)).All(pair => pair.Second.IsSnapshot || pair.Second.Version == pair.First.Version + 1));

    /// <summary>Stops to watch, in order.</summary>
    public async Task LeaveAsync()
    {
        for (var watcher = 0; watcher < seen.Length; watcher++)
        {
            await sockets[watcher / WatchersPerSocket].SendAsync(new { id = $"{watcher}", type = "complete" });
        }
    }

    public void Dispose() => sockets.ForEach(socket => socket.Dispose());

    private async Task ReadAsync(SocketClient socket)
    {
        while (await socket.TryReadAsync() is { } message)
        {
            if (message.GetProperty("type").GetString() != "next")
            {
                continue;
            }

            var change = message.GetProperty("payload").GetProperty("data").GetProperty("slotDayChanged");
            var snapshot = change.GetProperty("snapshot");
            var isSnapshot = snapshot.ValueKind is JsonValueKind.Object;
            var slots = (isSnapshot ? snapshot : change).GetProperty("slots").EnumerateArray()
                .ToDictionary(slot => slot.GetProperty("startsAt").GetString()!, slot => slot.GetProperty("remainingCapacity").GetInt32());
            var events = seen[int.Parse(message.GetProperty("id").GetString()!, null)];
            lock (events)
            {
                events.Add(new SeenChange(change.GetProperty("version").GetInt32(), isSnapshot, slots, TimeProvider.System.GetTimestamp()));
            }
        }
    }
}

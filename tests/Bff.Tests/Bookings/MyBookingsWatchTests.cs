using System.Text.Json;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;
using Bff.Tests.RealTime;

namespace Bff.Tests.Bookings;

/// <summary>Watching one's own bookings, over two gateways.</summary>
public sealed class MyBookingsWatchTests : IAsyncLifetime
{
    private const string Document = "subscription { myBookingsChanged { version kind booking { id statusText } } }";

    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup { Silos = 2, Gateways = 2 });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task A_customer_is_told_of_what_was_made_moved_and_cancelled_on_another_device()
    {
        var device = await Device.SignedInAsync(bff, bearer: true);
        var slots = await new Guest(bff, device.Tenant).FindSlotsAsync();
        using var watcher = await WatchAsync(device, gateway: 1);

        var id = (await device.BookAsync(slots[0])).GetProperty("booking").GetProperty("id").GetString()!;
        await device.MoveAsync(id, slots[1]);
        await device.CancelAsync(id);

        var told = new[] { await NextAsync(watcher), await NextAsync(watcher), await NextAsync(watcher) };
        told.Select(change => change.GetProperty("kind").GetString()).ShouldBe(["CREATED", "RESCHEDULED", "CANCELLED"]);
        told.Select(change => change.GetProperty("version").GetInt32()).ShouldBe([1, 2, 3]);
        told.Select(change => change.GetProperty("booking").GetProperty("id").GetString()).ShouldBe([id, id, id]);
        told[2].GetProperty("booking").GetProperty("statusText").GetString().ShouldBe("cancelled");
    }

    [Fact]
    public async Task Nobody_is_told_of_another_customers_bookings()
    {
        var one = await Device.SignedInAsync(bff, bearer: true);
        var other = await Device.SignedInAsync(bff, one.Tenant, bearer: true);
        var slots = await new Guest(bff, one.Tenant).FindSlotsAsync();
        using var watcher = await WatchAsync(one, gateway: 0);

        await other.BookAsync(slots[0]);
        var own = (await one.BookAsync(slots[1])).GetProperty("booking").GetProperty("id").GetString();

        (await NextAsync(watcher)).GetProperty("booking").GetProperty("id").GetString().ShouldBe(own);
    }

    [Fact]
    public async Task Without_a_session_there_is_nothing_to_watch()
    {
        using var client = await SocketClient.StartAsync(bff.AddressOf(0), new Dictionary<string, string> { ["X-Company-Id"] = bff.NewTenant() });

        var errors = await client.AskAsync(Document);

        errors[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("UNAUTHENTICATED");
    }

    [Fact]
    public async Task It_ends_with_the_session_and_tells_nothing_after_it()
    {
        var device = await Device.SignedInAsync(bff, bearer: true);
        var another = await device.AnotherAsync();
        var slot = await new Guest(bff, device.Tenant).FindSlotAsync();
        using var watcher = await WatchAsync(device, gateway: 0);

        await device.SendAsync("mutation { logout { loggedOut } }");
        await another.BookAsync(slot);

        var messages = new List<string>();
        while (await watcher.TryReadAsync() is { } message)
        {
            messages.Add(message.ToString());
        }

        messages.ShouldAllBe(message => !message.Contains("CREATED"));
        watcher.CloseCode.ShouldBe(4403);
    }

    private async Task<SocketClient> WatchAsync(Device device, int gateway)
    {
        var payload = new Dictionary<string, string> { ["X-Company-Id"] = device.Tenant, ["authorization"] = $"Bearer {device.Bearer}" };
        var client = await SocketClient.StartAsync(bff.AddressOf(gateway), payload);
        await client.SubscribeAsync("mine", Document);
        (await NextAsync(client)).GetProperty("kind").GetString().ShouldBe("RELOAD");
        return client;
    }

    private static async Task<JsonElement> NextAsync(SocketClient client) =>
        (await client.ReadAsync("next", "mine")).GetProperty("data").GetProperty("myBookingsChanged");
}

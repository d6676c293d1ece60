using System.Net.WebSockets;
using System.Text.Json;
using Bff.Gateway;
using Bff.Gateway.Cluster;
using Bff.ServiceDefaults;
using Bff.SystemTests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Bff.SystemTests.Bookings;

/// <summary>What two thousand idle subscriptions cost. The gateway runs in this process, so that its memory can be counted after a full collection.</summary>
public sealed class WatchSizeTests
{
    private const string Tenant = "load-00001";
    private const int Subscriptions = 2_000;
    private const int PerSocket = 50;
    private const int Sockets = 500;

    private const string Document =
        "subscription($service: ID!, $date: LocalDate!) { slotDayChanged(serviceId: $service, date: $date) { version snapshot { slots { startsAt available } } slots { startsAt available } } }";

    [Fact]
    public async Task Idle_subscriptions_cost_what_the_guide_for_operators_says()
    {
        await using var fleet = await Fleet.StartAsync(nameof(Idle_subscriptions_cost_what_the_guide_for_operators_says), new() { Silos = 1 });
        var place = (await Storefront.PlacesAsync(fleet.Gateways[0].Http, Tenant, inDays: 3))[0];
        await using var gateway = await StartGatewayAsync(fleet);
        var address = new UriBuilder(gateway.Urls.First()) { Scheme = "ws", Path = "/graphql" }.Uri;
        var open = new List<ClientWebSocket>();
        await OpenAsync(open, address, place, sockets: 10, each: PerSocket);

        var shared = await GrowthAsync(() => OpenAsync(open, address, place, sockets: Subscriptions / PerSocket, each: PerSocket)) / Subscriptions;
        var alone = await GrowthAsync(() => OpenAsync(open, address, place, sockets: Sockets, each: 1)) / Sockets;

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"an idle subscription: {shared:N0} bytes, {PerSocket} on each WebSocket; {alone:N0} bytes with a WebSocket of its own, both ends of it counted");
        open.ForEach(socket => socket.Dispose());
        shared.ShouldBeInRange(500, 20_000);
        alone.ShouldBeLessThan(60_000);
    }

    private static async Task<long> GrowthAsync(Func<Task> open)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await open();
        return GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    private static async Task OpenAsync(List<ClientWebSocket> open, Uri address, Place place, int sockets, int each)
    {
        var buffer = new byte[65_536];
        for (var i = 0; i < sockets; i++)
        {
            var socket = new ClientWebSocket();
            socket.Options.AddSubProtocol("graphql-transport-ws");
            await socket.ConnectAsync(address, CancellationToken.None);
            open.Add(socket);
            await SendAsync(socket, new { type = "connection_init", payload = new Dictionary<string, string> { ["X-Company-Id"] = Tenant } });
            await ReadAsync(socket, buffer);
            for (var id = 0; id < each; id++)
            {
                var variables = new { service = place.ServiceId, date = place.StartsAt[..10] };
                await SendAsync(socket, new { id = $"{id}", type = "subscribe", payload = new { query = Document, variables } });
                (await ReadAsync(socket, buffer)).ShouldContain("snapshot");
            }
        }
    }

    private static Task SendAsync(ClientWebSocket socket, object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<string> ReadAsync(ClientWebSocket socket, byte[] buffer)
    {
        var length = 0;
        for (var isWhole = false; !isWhole;)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            (length, isWhole) = (length + part.Count, part.EndOfMessage);
        }

        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static async Task<WebApplication> StartGatewayAsync(Fleet fleet)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = $"http://127.0.0.1:{Ports.Free()}",
            ["Cluster:Clustering"] = "Redis",
            ["Redis:Endpoints"] = fleet.Redis.Endpoint,
            ["Gateway:RateLimits:CallerPerSecond"] = "0",
            ["Gateway:Cursors:Secret"] = "cursors-of-a-drill-on-this-machine",
            ["Gateway:Fences:Secret"] = "fences-of-a-drill-on-this-machine",
        });
        builder.AddServiceDefaults("bff-gateway").AddClusterClient().AddGateway();
        var gateway = builder.Build();
        gateway.MapGateway();
        await gateway.StartAsync();
        return gateway;
    }
}

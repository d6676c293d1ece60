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
        var member = await Member.SignInAsync(fleet.Gateways[0].Http, fleet.Sandbox, Tenant);
        var open = new List<BareSocket>();
        Open(open, address, place, member.Token, sockets: 10, each: PerSocket);
        Open(open, address, place, member.Token, sockets: 100, each: 1);

        var shared = Growth(() => Open(open, address, place, member.Token, sockets: Subscriptions / PerSocket, each: PerSocket)) / Subscriptions;
        var alone = Growth(() => Open(open, address, place, member.Token, sockets: Sockets, each: 1)) / Sockets;

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"an idle subscription of somebody signed in: {shared:N0} bytes, {PerSocket} on each WebSocket; {alone:N0} bytes with a WebSocket of its own");
        open.ForEach(socket => socket.Dispose());
        shared.ShouldBeInRange(500, 20_000);
        alone.ShouldBeInRange(500, 60_000);
    }

    private static long Growth(Action open)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        open();
        return GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    private static void Open(List<BareSocket> open, Uri address, Place place, string token, int sockets, int each)
    {
        for (var i = 0; i < sockets; i++)
        {
            var socket = BareSocket.Connect(address);
            open.Add(socket);
            socket.Send(new { type = "connection_init", payload = new Dictionary<string, string> { ["X-Company-Id"] = Tenant, ["Authorization"] = $"Bearer {token}" } });
            socket.Read().ShouldContain("connection_ack");
            for (var id = 0; id < each; id++)
            {
                var variables = new { service = place.ServiceId, date = place.StartsAt[..10] };
                socket.Send(new { id = $"{id}", type = "subscribe", payload = new { query = Document, variables } });
                socket.Read().ShouldContain("snapshot");
            }
        }
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

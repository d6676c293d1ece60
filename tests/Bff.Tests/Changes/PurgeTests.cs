using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Changes;

public sealed class PurgeTests : IAsyncLifetime
{
    private const string OperatorKey = "an operator's key of good length";
    private static readonly byte[] WebhookKey = RandomNumberGenerator.GetBytes(24);
    private static readonly HttpClient Http = new();

    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup
    {
        Silos = 2,
        Gateways = 2,
        Settings = new Dictionary<string, string?>
        {
            ["Operator:Key"] = OperatorKey,
            ["Gateway:Webhook:Secret"] = "whsec_" + Convert.ToBase64String(WebhookKey),
            ["Gateway:NearCache:FreshSeconds"] = "60",
        },
    });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task A_purged_tenant_is_read_anew_through_every_gateway_and_the_others_are_not()
    {
        var (purged, other) = (bff.NewTenant(), bff.NewTenant());
        await ReadAsync(purged);
        await ReadAsync(other);
        var before = (Services: bff.V6.Calls("listServices", purged), Menus: bff.V6.Calls("getMenu", purged), Other: bff.V6.AllCalls(other));

        var reply = await PurgeAsync(new { tenant = purged });
        await ReadAsync(purged);
        await ReadAsync(other);

        reply.StatusCode.ShouldBe(HttpStatusCode.OK, await reply.Content.ReadAsStringAsync());
        (bff.V6.Calls("listServices", purged), bff.V6.Calls("getMenu", purged)).ShouldBe((before.Services + 1, before.Menus + 1));
        bff.V6.AllCalls(other).ShouldBe(before.Other);
    }

    [Fact]
    public async Task A_purged_thing_takes_nothing_else_with_it_but_lists()
    {
        var tenant = bff.NewTenant();
        await ReadAsync(tenant);
        var before = (Menus: bff.V6.Calls("getMenu", tenant), Services: bff.V6.Calls("listServices", tenant));

        var reply = await PurgeAsync(new { tenant, area = "content.menus", name = "header" });
        await ReadAsync(tenant);

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        (bff.V6.Calls("getMenu", tenant), bff.V6.Calls("listServices", tenant)).ShouldBe((before.Menus + 1, before.Services));
    }

    [Fact]
    public async Task What_is_kept_of_customers_goes_too()
    {
        var device = await Device.SignedInAsync(bff);
        await device.SendAsync("{ me { bookings { id } } }");
        await device.SendAsync("{ me { bookings { id } } }");
        var before = bff.V6.Calls("listBookings", device.Tenant);

        await PurgeAsync(new { tenant = device.Tenant });
        await device.SendAsync("{ me { bookings { id } } }");

        before.ShouldBe(1);
        bff.V6.Calls("listBookings", device.Tenant).ShouldBe(2);
    }

    [Fact]
    public async Task Who_has_no_key_or_asks_for_nothing_that_exists_is_refused()
    {
        var stranger = await Http.PostAsJsonAsync(new Uri(bff.AddressOf(0), "/operator/purge"), new { tenant = "salon-hk" });
        var area = await PurgeAsync(new { tenant = "salon-hk", area = "everything" });
        var tenant = await PurgeAsync(new { tenant = "salon hk" });

        stranger.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        area.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        tenant.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_signed_message_purges_once_whichever_gateway_it_comes_to()
    {
        var tenant = bff.NewTenant();
        await ReadAsync(tenant);
        var before = bff.V6.Calls("listServices", tenant);

        var first = await SignedAsync($$"""{"tenant":"{{tenant}}"}""", "msg-1");
        await ReadAsync(tenant);
        var again = await SignedAsync($$"""{"tenant":"{{tenant}}"}""", "msg-1", gateway: 1);
        await ReadAsync(tenant);

        first.ShouldBe(HttpStatusCode.OK);
        again.ShouldBe(HttpStatusCode.Conflict);
        bff.V6.Calls("listServices", tenant).ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_message_that_is_old_unsigned_changed_or_too_long_is_refused()
    {
        const string Body = """{"tenant":"salon-hk"}""";

        (await SignedAsync(Body, "msg-2", age: TimeSpan.FromMinutes(6))).ShouldBe(HttpStatusCode.Unauthorized);
        (await SignedAsync(Body, "msg-3", age: TimeSpan.FromMinutes(-6))).ShouldBe(HttpStatusCode.Unauthorized);
        (await SignedAsync(Body, "msg-4", sent: """{"tenant":"yoga-berlin"}""")).ShouldBe(HttpStatusCode.Unauthorized);
        (await SignedAsync(Body, "msg-5", key: new byte[24])).ShouldBe(HttpStatusCode.Unauthorized);
        (await SignedAsync("{" + new string(' ', 5000) + "}", "msg-6")).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private async Task ReadAsync(string tenant)
    {
        for (var gateway = 0; gateway < 2; gateway++)
        {
            await bff.Storefront(tenant, gateway).QueryAsync("""{ services { totalCount } menu(location: "header") { items { label } } }""");
        }
    }

    private async Task<HttpResponseMessage> PurgeAsync(object order)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bff.AddressOf(0), "/operator/purge")) { Content = JsonContent.Create(order) };
        request.Headers.Add("Authorization", Bff.Tests.Auth.Operator.Authorization(OperatorKey));
        return await Http.SendAsync(request);
    }

    private async Task<HttpStatusCode> SignedAsync(
        string body, string id, int gateway = 0, TimeSpan age = default, string? sent = null, byte[]? key = null)
    {
        var timestamp = (TimeProvider.System.GetUtcNow() - age).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(key ?? WebhookKey, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bff.AddressOf(gateway), "/webhooks/changes"))
        {
            Content = new StringContent(sent ?? body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");
        using var response = await Http.SendAsync(request);
        return response.StatusCode;
    }
}

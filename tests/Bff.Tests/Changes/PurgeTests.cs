using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;
using Orleans.Core.Internal;

namespace Bff.Tests.Changes;

public sealed class PurgeTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string OperatorKey = "an operator's key of good length";
    private static readonly byte[] WebhookKey = RandomNumberGenerator.GetBytes(24);
    private static readonly HttpClient Http = new();

    private BffFixture bff = null!;

    public async ValueTask InitializeAsync()
    {
        bff = await BffFixture.StartAsync(new BffSetup
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
        await Eventually.BecomesAsync(async () => await AllListenAsync(), "all silos and gateways listen");
    }

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task A_purged_tenant_is_read_anew_through_every_gateway_and_the_others_are_not()
    {
        var (purged, other) = (bff.NewTenant(), bff.NewTenant());
        await ReadAsync(purged);
        await ReadAsync(other);
        var before = (Services: bff.V6.Calls("listServices", purged), Menus: bff.V6.Calls("getMenu", purged), Other: bff.V6.AllCalls(other));

        await ForgetAsync(new { tenant = purged });
        await ReadAsync(purged);
        await ReadAsync(other);

        (bff.V6.Calls("listServices", purged), bff.V6.Calls("getMenu", purged)).ShouldBe((before.Services + 1, before.Menus + 1));
        bff.V6.AllCalls(other).ShouldBe(before.Other);
    }

    [Fact]
    public async Task A_purged_thing_takes_nothing_else_with_it_but_lists()
    {
        var tenant = bff.NewTenant();
        await ReadAsync(tenant);
        var before = (Menus: bff.V6.Calls("getMenu", tenant), Services: bff.V6.Calls("listServices", tenant));

        await ForgetAsync(new { tenant, area = "content.menus", name = "header" });
        await ReadAsync(tenant);

        (bff.V6.Calls("getMenu", tenant), bff.V6.Calls("listServices", tenant)).ShouldBe((before.Menus + 1, before.Services));
    }

    [Fact]
    public async Task What_is_kept_of_customers_goes_too()
    {
        var device = await Device.SignedInAsync(bff);
        await device.SendAsync("{ me { bookings { id } } }");
        await device.SendAsync("{ me { bookings { id } } }");
        var before = bff.V6.Calls("listBookings", device.Tenant);

        await ForgetAsync(new { tenant = device.Tenant });
        await device.SendAsync("{ me { bookings { id } } }");

        before.ShouldBe(1);
        bff.V6.Calls("listBookings", device.Tenant).ShouldBe(2);
    }

    [Theory]
    [InlineData("events", "listEvents", "{ events { totalCount } }")]
    [InlineData("events", "getEvent", """{ event(slug: "braiding-workshop") { id } }""", "braiding-workshop")]
    [InlineData("gifts.offers", "listGiftOffers", "{ giftOffers { id } }")]
    [InlineData("gifts.offers", "getGiftOffer", """{ giftOffer(id: "gift-001") { id } }""", "gift-001")]
    [InlineData("surveys", "getSurveyBySlug", """{ survey(slug: "visit-feedback") { id } }""", "visit-feedback")]
    public async Task What_customers_see_of_an_area_goes_with_it(string area, string operation, string document, string? name = null)
    {
        var device = await Device.SignedInAsync(bff);
        await device.SendAsync(document);
        await device.SendAsync(document);
        var before = bff.V6.Calls(operation, device.Tenant);

        await ForgetAsync(new { tenant = device.Tenant, area, name });
        var reply = await device.SendAsync(document);

        reply.Errors.ShouldBeEmpty(reply.Text);
        before.ShouldBe(1);
        bff.V6.Calls(operation, device.Tenant).ShouldBe(2);
    }

    [Fact]
    public async Task A_domain_is_looked_up_anew_when_the_storefronts_of_its_tenant_are_forgotten()
    {
        await ResolveAsync();
        var before = bff.V6.Calls("resolveStorefrontDomain");
        await ResolveAsync();
        var kept = bff.V6.Calls("resolveStorefrontDomain");

        await ForgetAsync(new { tenant = bff.NewTenant(), area = "storefronts" });
        await ResolveAsync();
        var other = bff.V6.Calls("resolveStorefrontDomain");
        await ForgetAsync(new { tenant = "salon-hk", area = "storefronts" });
        await ResolveAsync();

        (kept, other).ShouldBe((before, before));
        bff.V6.Calls("resolveStorefrontDomain").ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_dead_silo_and_a_dead_gateway_do_not_keep_the_others_from_forgetting()
    {
        var tenant = bff.NewTenant();
        await ReadAsync(tenant);
        var before = bff.V6.Calls("listServices", tenant);
        var dead = new DeadListener();
        var reference = bff.Cluster.Client.CreateObjectReference<IChangeObserver>(dead);
        var (silo, gateway) = (Guid.NewGuid(), Guid.NewGuid());
        PurgeReport report = null!;
        var (took, status) = (TimeSpan.Zero, HttpStatusCode.OK);

        // Given again where a starved machine keeps one of the living from answering in time.
        await Eventually.BecomesAsync(
            async () =>
            {
                await Hub.SubscribeAsync(new ChangeSubscription(silo, reference, ChangeFeed.Owners));
                await Hub.SubscribeAsync(new ChangeSubscription(gateway, reference, ChangeFeed.Copies));
                var begun = TimeProvider.System.GetTimestamp();
                var reply = await PurgeAsync(new { tenant });
                (took, status) = (TimeProvider.System.GetElapsedTime(begun), reply.StatusCode);
                report = (await reply.Content.ReadFromJsonAsync<PurgeReport>())!;
                return report is { Silos: 2, Gateways: 2 };
            },
            "the living have forgotten");
        await ReadAsync(tenant);

        output.WriteLine($"forgotten everywhere but by the dead after {took.TotalMilliseconds:0} ms");
        (status, report.SilosAsked, report.GatewaysAsked).ShouldBe((HttpStatusCode.ServiceUnavailable, 3, 3));
        bff.V6.Calls("listServices", tenant).ShouldBe(before + 1);
        took.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        GC.KeepAlive(dead);
    }

    [Fact]
    public async Task After_the_hub_was_lost_nobody_is_told_that_all_have_forgotten_before_they_have()
    {
        var tenant = bff.NewTenant();
        await ReadAsync(tenant);
        var before = bff.V6.Calls("listServices", tenant);
        await Hub.AsReference<IGrainManagementExtension>().DeactivateOnIdle();

        var early = await PurgeAsync(new { tenant });
        var took = await Eventually.BecomesAsync(
            async () =>
            {
                await ReadAsync(tenant);
                return bff.V6.Calls("listServices", tenant) > before;
            },
            "what was ordered of the new hub before anybody had come to it is done");
        var untilAll = await Eventually.BecomesAsync(async () => (await PurgeAsync(new { tenant })).StatusCode == HttpStatusCode.OK, "all have come to the new hub");

        output.WriteLine($"forgotten {took.TotalSeconds:0.0} s after the hub was lost, known to be {untilAll.TotalSeconds:0.0} s later");
        early.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, await early.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_message_that_the_lost_hub_had_taken_is_not_taken_again_by_the_next()
    {
        var tenant = bff.NewTenant();
        var body = $$"""{"tenant":"{{tenant}}"}""";
        var age = TimeSpan.FromSeconds(30);
        await ReadAsync(tenant);
        await Hub.AsReference<IGrainManagementExtension>().DeactivateOnIdle();

        // As a listener of the wire would send it again: the same message with the same moment.
        (await SignedAsync(body, "msg-7", age: age)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        await ForgetAsync(new { tenant });
        (await SignedAsync(body, "msg-7", age: age)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        await Eventually.BecomesAsync(async () => await SignedAsync(body, "msg-7") == HttpStatusCode.OK, "it is taken when it is signed anew");
        (await SignedAsync(body, "msg-7")).ShouldBe(HttpStatusCode.Conflict);
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

        await Eventually.BecomesAsync(async () => await SignedAsync($$"""{"tenant":"{{tenant}}"}""", "msg-1") == HttpStatusCode.OK, "all have forgotten");
        await ReadAsync(tenant);
        var again = await SignedAsync($$"""{"tenant":"{{tenant}}"}""", "msg-1", gateway: 1);
        await ReadAsync(tenant);

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

    private IChangeHubGrain Hub => bff.Cluster.Client.GetGrain<IChangeHubGrain>(0);

    private async Task<bool> AllListenAsync()
    {
        var report = await Hub.PurgeAsync(new PurgeOrder(TenantId.Parse("nobody"), Scope: null));
        return report.IsComplete && report.Gateways == 2;
    }

    private async Task ResolveAsync()
    {
        for (var gateway = 0; gateway < 2; gateway++)
        {
            var data = await bff.Storefront("yoga-berlin", gateway).QueryAsync("""{ storefront(domain: "salon.example") { companyId } }""");
            data.GetProperty("storefront").GetProperty("companyId").GetString().ShouldBe("salon-hk");
        }
    }

    private async Task ReadAsync(string tenant)
    {
        for (var gateway = 0; gateway < 2; gateway++)
        {
            await bff.Storefront(tenant, gateway).QueryAsync("""{ services { totalCount } menu(location: "header") { items { label } } }""");
        }
    }

    // On a starved machine somebody may not be reached in time: the order is given again, as operators are told to.
    private Task<TimeSpan> ForgetAsync(object order) =>
        Eventually.BecomesAsync(async () => (await PurgeAsync(order)).StatusCode == HttpStatusCode.OK, "all have forgotten");

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

    private sealed class DeadListener : IChangeObserver
    {
        public Task<long> ApplyAsync(ChangeBatch batch) => new TaskCompletionSource<long>().Task;
    }
}

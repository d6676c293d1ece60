using System.Net;
using System.Text.Json.Nodes;
using Bff.Sandbox;
using Bff.Tests.Sandbox.Auth;

namespace Bff.Tests.Sandbox.Content;

public sealed class EventPaymentTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task A_paid_registration_opens_the_door_shortly_before_the_start()
    {
        await using var server = await SandboxServer.StartAsync(timeProvider: sandbox.Time);
        using var salon = new SandboxClient(server.ApiAddress, "salon-hk");
        var made = await RegisterAsync(salon, "braiding-workshop");

        var unpaid = await AccessAsync(salon, made);
        await salon.PostAsync($"/event-registrations/{made["id"]}/payment-intent");
        server.World.Clock.Advance(TimeSpan.FromSeconds(11));
        var early = await AccessAsync(salon, made);
        server.World.Clock.Advance(DateTimeOffset.Parse("2026-06-15T05:40:00Z") - server.World.Clock.GetUtcNow());
        var open = await AccessAsync(salon, made);

        new[] { unpaid, early, open }.Select(a => (string?)a["reason"]).ShouldBe(["payment_pending", "not_yet_open", null]);
        ((bool)open["canAccess"]!).ShouldBeTrue();
        open["accessUrl"].ShouldBeNull("nobody joins a workshop in a salon by a link");
    }

    [Fact]
    public async Task An_online_event_gives_its_link_when_it_opens_and_not_before()
    {
        await using var server = await SandboxServer.StartAsync(timeProvider: sandbox.Time);
        using var salon = new SandboxClient(server.ApiAddress, "salon-hk");
        var made = await RegisterAsync(salon, "skin-talk-online");

        var early = await AccessAsync(salon, made);
        server.World.Clock.Advance(DateTimeOffset.Parse("2026-06-13T11:45:00Z") - server.World.Clock.GetUtcNow());
        var open = await AccessAsync(salon, made);
        server.World.Clock.Advance(TimeSpan.FromHours(2));
        var over = await AccessAsync(salon, made);

        early["accessUrl"].ShouldBeNull();
        ((string)open["accessUrl"]!).ShouldBe("https://meet.example/magnolia/skin-talk");
        ((string)over["reason"]!, (string?)over["accessUrl"]).ShouldBe(("event_ended", null));
    }

    [Fact]
    public async Task Asking_twice_to_pay_gives_one_intent()
    {
        using var load = sandbox.For("load-00301");
        var made = await RegisterAsync(load, "braiding-workshop");
        var path = $"/event-registrations/{made["id"]}/payment-intent";

        var card = await load.PostAsync(path);
        var again = await load.PostAsync(path, new JsonObject { ["returnUrl"] = "https://salon.example/done", ["paymentMethodId"] = "pm-payme" });

        ((string)again.Data["paymentIntentId"]!).ShouldBe((string)card.Data["paymentIntentId"]!);
        card.Data["paymentUrl"].ShouldBeNull();
        ((string)again.Data["paymentUrl"]!).ShouldStartWith("https://pay.example/");
        sandbox.World.Counters["createEventPaymentIntent", "load-00301"].Commits.ShouldBe(1);
    }

    [Theory]
    [InlineData("pm-fps", "PAYMENT_METHOD_MANUAL")]
    [InlineData("pm-nothing", "PAYMENT_METHOD_NOT_ALLOWED")]
    public async Task A_way_to_pay_without_a_form_is_refused(string method, string code)
    {
        using var load = sandbox.For("load-00302");
        var made = await RegisterAsync(load, "braiding-workshop");

        var answer = await load.PostAsync($"/event-registrations/{made["id"]}/payment-intent", new JsonObject { ["paymentMethodId"] = method });

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.UnprocessableEntity, code));
    }

    [Fact]
    public async Task Nothing_is_to_be_paid_for_a_free_event_or_an_unknown_registration()
    {
        using var load = sandbox.For("load-00303");
        var made = await RegisterAsync(load, "skin-talk-online");

        var free = await load.PostAsync($"/event-registrations/{made["id"]}/payment-intent");
        var unknown = await load.PostAsync("/event-registrations/reg-1/payment-intent");
        var malformed = await load.PostAsync($"/event-registrations/{made["id"]}/payment-intent", new JsonObject { ["returnUrl"] = "here" });

        (free.Status, free.ErrorCode).ShouldBe((HttpStatusCode.Conflict, "PAYMENT_NOT_REQUIRED"));
        (unknown.Status, unknown.ErrorCode).ShouldBe((HttpStatusCode.NotFound, "REGISTRATION_NOT_FOUND"));
        malformed.InvalidFields.ShouldBe(["returnUrl"]);
    }

    [Fact]
    public async Task A_members_registration_is_for_that_member_only()
    {
        using var gold = await sandbox.SalonAsync();
        using var silver = await sandbox.SalonAsync(SignIn.SalonSilver);
        using var guest = sandbox.Salon();
        var made = await RegisterAsync(gold, "perfume-blending");
        var path = $"/event-registrations/{made["id"]}/access";

        (await gold.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await silver.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await guest.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_guests_token_opens_that_registration_and_nothing_else()
    {
        using var guest = sandbox.Salon();
        var mine = await RegisterAsync(guest, "perfume-blending");
        var other = await RegisterAsync(guest, "perfume-blending");

        guest.Token = (string)mine["guestRegistrationToken"]!;

        (await guest.GetAsync($"/event-registrations/{mine["id"]}/access")).Status.ShouldBe(HttpStatusCode.OK);
        (await guest.GetAsync($"/event-registrations/{other["id"]}/access")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await guest.GetAsync("/bookings")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await guest.GetAsync("/events")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<JsonNode> RegisterAsync(SandboxClient client, string item) =>
        (await client.PostAsync("/event-registrations", new JsonObject { ["eventId"] = item, ["name"] = "Guest" })).Data;

    private static async Task<JsonNode> AccessAsync(SandboxClient client, JsonNode made) =>
        (await client.GetAsync($"/event-registrations/{made["id"]}/access")).Data;
}

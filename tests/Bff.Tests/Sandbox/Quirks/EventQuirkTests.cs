using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bff.Tests.Sandbox.Auth;

namespace Bff.Tests.Sandbox.Quirks;

public sealed class EventQuirkTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Registration =
        """{"eventId":"braiding-workshop","name":"A","email":"a@example.com","phone":"+85260000001","quantity":1}""";

    [Fact]
    public async Task V22_events_have_their_old_names_and_a_status_that_lies()
    {
        await sandbox.RowAsync(22);
        using var salon = sandbox.Unchecked("salon-hk");

        var item = (await salon.GetAsync("/events/braiding-workshop")).Data.AsObject();

        ((string)item["status"]!).ShouldBe("PAST");
        new[] { "imageUrl", "location", "description" }.ShouldAllBe(name => item.ContainsKey(name));
        new[] { "image", "venue", "introduction", "publicPresentation" }.ShouldAllBe(name => !item.ContainsKey(name));
    }

    [Fact]
    public async Task V23_a_registration_names_the_event_by_slug_and_the_guest_as_guestName()
    {
        using var load = sandbox.Unchecked("load-02023");
        var body = JsonNode.Parse("""{"eventSlug":"braiding-workshop","guestName":"A","email":"a@example.com","phone":"1","quantity":1}""");

        await sandbox.PresetAsync("contract");
        var refused = await load.PostAsync("/event-registrations", body);
        await sandbox.RowAsync(23);
        var made = await load.PostAsync("/event-registrations", body);

        refused.InvalidFields.ShouldBe(["eventId", "name"], ignoreOrder: true);
        made.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task V24_a_member_registers_with_an_idempotency_key()
    {
        await sandbox.PresetAsync("contract");
        using var member = await sandbox.SalonAsync();
        await sandbox.RowAsync(24);

        var refused = await member.PostTextAsync("/event-registrations", Registration);
        var made = await member.SendAsync(
            HttpMethod.Post, "/event-registrations", Registration, ("Idempotency-Key", "0b7f2c1e-4b1a-4c55-9a53-2f1c5d1f7c11"));

        refused.InvalidFields.ShouldBe(["Idempotency-Key"]);
        made.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task V25_a_registration_has_a_number_that_leads_back_to_it()
    {
        await sandbox.RowAsync(25);
        using var load = sandbox.Unchecked("load-02025");

        var made = (await load.PostTextAsync("/event-registrations", Registration)).Data.AsObject();
        load.Token = (string?)made["guestRegistrationToken"];
        var access = await load.GetAsync($"/event-registrations/{made["id"]}/access");

        (made["id"]!.GetValueKind(), made["totalAmount"]!.GetValueKind()).ShouldBe((JsonValueKind.Number, JsonValueKind.String));
        (made.ContainsKey("createdAt"), made.ContainsKey("registeredAt")).ShouldBe((true, false));
        access.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task V26_a_payment_intent_comes_without_its_key(bool on, bool key)
    {
        await sandbox.PresetAsync("contract");
        using var load = sandbox.Unchecked(on ? "load-02026" : "load-02027");
        var made = (await load.PostTextAsync("/event-registrations", Registration)).Data;
        load.Token = (string?)made["guestRegistrationToken"];
        if (on)
        {
            await sandbox.RowAsync(26);
        }

        var intent = (await load.PostAsync($"/event-registrations/{made["id"]}/payment-intent")).Data.AsObject();

        (intent.ContainsKey("publishableKey"), intent.ContainsKey("clientSecret")).ShouldBe((key, true));
    }
}

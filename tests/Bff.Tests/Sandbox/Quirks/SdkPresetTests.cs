using System.Net;
using System.Text.Json.Nodes;
using Bff.Tests.Sandbox.Auth;

namespace Bff.Tests.Sandbox.Quirks;

/// <summary>
/// Speaks as the vendor's TypeScript SDK does (notes, V1–V45): its request bodies, its query names, its token on every call, and
/// its reading of lists as bare arrays. What it does must work with the <c>sdk</c> preset and its base URL alone.
/// </summary>
public sealed class SdkPresetTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task It_resolves_its_host_signs_in_and_reads_the_catalog()
    {
        using var sdk = await SignedInAsync(SignIn.SalonGold);

        var tenant = await sdk.GetAsync("/storefront/resolve-domain?hostname=salon.example");
        var channel = await sdk.GetAsync("/auth/login-channel?companyId=salon-hk");
        string[] lists = ["/services", "/events", "/shop/products?featured=true&limit=5", "/membership-tiers", "/cms/posts?sort=title"];
        var answers = await Task.WhenAll(lists.Select(sdk.GetAsync));

        ((string)tenant.Data["companyId"]!, (string)channel.Data["channel"]!).ShouldBe(("salon-hk", "whatsapp"));
        answers.Take(4).ShouldAllBe(a => a.Data is JsonArray && ((JsonArray)a.Data).Count > 0);
        answers[4].Items.ShouldNotBeEmpty();
        sandbox.World.Violations.UnknownRoutes.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_books_a_slot_and_finds_moves_and_cancels_the_booking()
    {
        using var sdk = await SignedInAsync(SignIn.SalonGold);
        var slots = (await sdk.GetAsync("/services/svc-001/slots?date=2026-06-18&createQuotes=true")).Data["slots"]!.AsArray();
        var slot = slots.First(s => (string)s!["status"]! == "available")!;
        var booking = new JsonObject
        {
            ["serviceId"] = "svc-001",
            ["bookingDate"] = "2026-06-18",
            ["startTime"] = (string)slot["startTime"]!,
            ["endTime"] = (string)slot["endTime"]!,
            ["scheduleId"] = (string)slot["scheduleId"]!,
            ["quoteId"] = (string)slot["quoteId"]!,
        };

        var made = await sdk.PostAsync("/bookings/guest", booking);
        var list = await sdk.GetAsync("/bookings?upcoming=true&limit=10");
        var moved = await sdk.PostTextAsync(
            $"/bookings/{made.Data["id"]}/reschedule", """{"bookingDate":"2026-06-19","startTime":"12:00","endTime":"13:00","staffId":null}""");
        var cancelled = await sdk.PostTextAsync($"/bookings/{made.Data["id"]}/cancel", "{}");

        made.Status.ShouldBe(HttpStatusCode.Created);
        list.Items.ShouldContain(b => (string)b!["id"]! == (string)made.Data["id"]!);
        ((string)moved.Data["bookingDate"]!, (string)cancelled.Data["status"]!).ShouldBe(("2026-06-19", "cancelled"));
    }

    [Fact]
    public async Task It_orders_with_line_items_and_polls_the_payment()
    {
        using var sdk = await SignedInAsync(SignIn.SalonSilver);

        var order = await sdk.PostTextAsync(
            "/shop/orders",
            """
            {"lineItems":[{"productId":7,"quantity":1}],"customerInfo":{"firstName":"Emily","lastName":"Wong","language":"zh-HK"},
             "shippingAddress":{"addressLine1":"1 Queen's Road","city":"Hong Kong"},"shippingMethodId":1,"successUrl":"https://salon.example/ok"}
            """);
        var orders = await sdk.GetAsync("/shop/orders");
        var status = await sdk.GetAsync($"/shop/orders/{order.Data["orderId"]}/payment-status");

        order.Status.ShouldBe(HttpStatusCode.Created);
        orders.Data.AsArray().ShouldContain(o => (string)o!["orderId"]! == (string)order.Data["orderId"]!);
        ((string)status.Data["orderId"]!).ShouldBe((string)order.Data["orderId"]!);
    }

    [Fact]
    public async Task It_redeems_claims_and_lists_gifts()
    {
        using var sdk = await SignedInAsync(SignIn.SalonGold);

        var redeemed = await sdk.PostAsync("/gifts/offers/gift-001/redeem");
        var claimed = await sdk.PostAsync("/gifts/claim", new JsonObject { ["code"] = "salon-gift-019-7f3a9c" });
        var held = await sdk.GetAsync("/gifts/redemptions?status=fulfilled&limit=1&offset=0");

        (redeemed.Status, claimed.Status).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created));
        ((int)held.Data["total"]!, held.Items.Count).ShouldBe((2, 1));
    }

    [Fact]
    public async Task It_registers_for_an_event_and_answers_a_survey()
    {
        using var sdk = await SignedInAsync(SignIn.SalonGold);
        var survey = (await sandbox.StateAsync("surveys", "salon-hk")).First(s => (string)s!["visibility"]! == "public")!;

        var registration = await sdk.SendAsync(
            HttpMethod.Post,
            "/event-registrations",
            """{"eventSlug":"braiding-workshop","guestName":"Karen","email":"karen.chan@example.com","phone":"+85291230001","quantity":1}""",
            ("Idempotency-Key", "7c0d1f52-7a63-4f0c-8a55-6f2a7e3d9b10"));
        var intent = await sdk.PostAsync($"/event-registrations/{registration.Data["id"]}/payment-intent");
        var seen = await sdk.GetAsync($"/surveys/{survey["slug"]}");

        registration.Status.ShouldBe(HttpStatusCode.Created);
        intent.Data["publishableKey"].ShouldNotBeNull();
        ((string)seen.Data["survey"]!["id"]!).ShouldBe((string)survey["id"]!);
    }

    [Fact]
    public async Task It_signs_up_with_its_long_form_and_gets_a_flat_session()
    {
        await sandbox.PresetAsync("sdk");
        using var sdk = sandbox.Unchecked("yoga-berlin");

        var session = await sdk.PostTextAsync(
            "/auth/register",
            """{"name":"Nina","phone":"+4915199990000","email":"nina@example.com","agreeToTerms":true,"utm_data":null,"companyId":"yoga-berlin"}""");

        session.Status.ShouldBe(HttpStatusCode.Created);
        ((string)session.Data["token"]!).ShouldBe((string)session.Data["accessToken"]!);
    }

    private async Task<SandboxClient> SignedInAsync(string phone)
    {
        await sandbox.PresetAsync("sdk");
        var sdk = sandbox.Unchecked("salon-hk");
        await sdk.PostAsync("/auth/otp", new JsonObject { ["phone"] = phone, ["companyId"] = "salon-hk" });
        var otp = await sandbox.CodeAsync("salon-hk", phone);
        var session = await sdk.PostAsync("/auth/otp/verify", new JsonObject { ["phone"] = phone, ["otp"] = otp });
        sdk.Token = (string)session.Data["accessToken"]!;
        return sdk;
    }
}

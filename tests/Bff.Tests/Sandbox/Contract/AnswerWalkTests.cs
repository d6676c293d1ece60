using System.Text.Json.Nodes;
using Bff.Tests.Sandbox.Auth;
using Bff.Tests.Sandbox.Bookings;

namespace Bff.Tests.Sandbox.Contract;

/// <summary>
/// One walk through the workflows of the notes in each tenant. The client holds every answer against the contract; at the end
/// each of the contract's operations must have succeeded, so a new one without a step here fails.
/// </summary>
public sealed class AnswerWalkTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private readonly HashSet<string> _succeeded = [];

    [Theory]
    [InlineData("salon-hk", "phone", "+85291230001")]
    [InlineData("yoga-berlin", "email", "lena.hoffmann@example.com")]
    [InlineData("shop-10k", "phone", "+12125550101")]
    public async Task Every_operation_succeeds_and_its_answer_is_valid(string tenant, string channel, string to)
    {
        using var client = sandbox.For(tenant);

        await ReadCatalogAsync(client);
        await SignInAsync(client, tenant, channel, to);
        await BookAsync(client);
        await RegisterForEventAsync(client);
        await OrderAsync(client);
        await RedeemAsync(client, tenant);
        await AnswerSurveysAsync(client, tenant);
        await PostAsync(client, "/auth/logout");

        ContractFile.Operations.Select(o => o.Id).Except(_succeeded).ShouldBeEmpty();
    }

    private async Task ReadCatalogAsync(SandboxClient client)
    {
        foreach (var path in (string[])[
            "/auth/login-channel", "/auth/registration-form", "/cms/pages", "/cms/posts?limit=100", "/cms/categories", "/cms/menus/header",
            "/cms/menus/footer", "/shop/categories", "/shop/brands", "/shop/collections", "/shop/shipping-methods",
            "/shop/payment-methods", "/membership-tiers", "/storefront/resolve-domain?domain=salon.example"])
        {
            await GetAsync(client, path);
        }

        await GetEachAsync(client, "/services?limit=100", "id", "/services/{0}", "/services/{0}/staff", "/services/{0}/resources");
        await GetEachAsync(client, "/cms/pages", "slug", "/cms/pages/{0}");
        await GetEachAsync(client, "/cms/posts?limit=100", "slug", "/cms/posts/{0}");
        await GetEachAsync(client, "/events?limit=100", "slug", "/events/{0}");
        await GetEachAsync(client, "/shop/products?limit=100", "slug", "/shop/products/{0}");
        await GetEachAsync(client, "/gifts/offers", "id", "/gifts/offers/{0}");
    }

    private async Task SignInAsync(SandboxClient client, string tenant, string channel, string to)
    {
        var newcomer = channel == "email" ? "walker@example.com" : "+85260606060";
        await PostAsync(client, "/auth/register", new JsonObject { ["name"] = "Walker", [channel] = newcomer });
        await PostAsync(client, "/auth/otp", new JsonObject { [channel] = to });
        var code = await sandbox.CodeAsync(tenant, to);
        var session = await PostAsync(client, "/auth/otp/verify", new JsonObject { [channel] = to, ["code"] = code });
        client.Token = (string)session["accessToken"]!;
        await PostAsync(client, "/auth/validate-token");
        client.Token = (string)(await PostAsync(client, "/auth/refresh"))["accessToken"]!;
    }

    private async Task BookAsync(SandboxClient client)
    {
        var service = (await client.GetAsync("/services?limit=100")).Items.First(s => (int)s!["durationMinutes"]! == 60
            && new[] { "requiresStaff", "requiresResource", "paymentRequired" }.All(flag => !(bool)s[flag]!)
            && (string)s["type"]! == "self_service")!;
        var id = (string)service["id"]!;
        await GetAsync(client, $"/services/{id}/slots?date=2026-06-16");
        var body = BookingRequests.AtHongKong(id, "2026-06-16T18:00:00", 60);
        var booked = (string)(await PostAsync(client, "/bookings/guest", body))["id"]!;
        await GetAsync(client, "/bookings");
        await GetAsync(client, $"/bookings/{booked}");
        await PostAsync(client, $"/bookings/{booked}/reschedule", BookingRequests.AtHongKong(id, "2026-06-16T19:00:00", 60));
        await PostAsync(client, $"/bookings/{booked}/cancel", new JsonObject { ["reason"] = "rain" });
    }

    private async Task RegisterForEventAsync(SandboxClient client)
    {
        var events = (await client.GetAsync("/events?limit=100")).Items;
        var paid = events.First(e => (decimal)e!["price"]! > 0 && e["dates"]!.AsArray().Any(d => (bool)d!["available"]!))!;
        var body = new JsonObject { ["eventId"] = (string)paid["id"]!, ["name"] = "Walker", ["email"] = "walker@example.com", ["phone"] = "+85260606060" };
        var registration = (string)(await PostAsync(client, "/event-registrations", body))["id"]!;
        await PostAsync(client, $"/event-registrations/{registration}/payment-intent");
        await GetAsync(client, $"/event-registrations/{registration}/access");
    }

    private async Task OrderAsync(SandboxClient client)
    {
        var product = (await client.GetAsync("/shop/products?limit=100")).Items
            .First(p => (string)p!["stockStatus"]! == "in_stock" && !(bool)p["isVariable"]!)!;
        var body = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["productId"] = (int)product["id"]!, ["quantity"] = 1 }) };
        var order = (string)(await PostAsync(client, "/shop/orders", body))["orderId"]!;
        await GetAsync(client, "/shop/orders");
        await GetAsync(client, $"/shop/orders/{order}/payment-status");
    }

    private async Task RedeemAsync(SandboxClient client, string tenant)
    {
        var offer = (await client.GetAsync("/gifts/offers")).Items.First(o => (bool)o!["isRedeemable"]!)!;
        await PostAsync(client, $"/gifts/offers/{offer["id"]}/redeem");
        var claim = (await sandbox.StateAsync("claims", tenant)).First(c => !(bool)c!["spent"]!)!;
        await PostAsync(client, "/gifts/claim", new JsonObject { ["claimToken"] = (string)claim["token"]! });
        await GetAsync(client, "/gifts/redemptions");
    }

    private async Task AnswerSurveysAsync(SandboxClient client, string tenant)
    {
        var survey = (await sandbox.StateAsync("surveys", tenant)).First(s => (string)s!["visibility"]! == "public")!;
        var view = await GetAsync(client, $"/surveys/{survey["slug"]}");
        await PostAsync(client, $"/surveys/{survey["id"]}/responses", Answers(view));

        var invitation = (await sandbox.StateAsync("invitations", tenant)).First(i => !(bool)i!["spent"]! && !(bool)i["expired"]!)!;
        var invited = await GetAsync(client, $"/surveys/token/{invitation["token"]}");
        await PostAsync(client, $"/surveys/token/{invitation["token"]}/responses", Answers(invited));
        await PostAsync(client, "/contact", new JsonObject { ["name"] = "Walker", ["message"] = "Hello" });
    }

    /// <summary>An answer to every question that asks for one.</summary>
    private static JsonObject Answers(JsonNode view)
    {
        var answers = view["survey"]!["questionBlocks"]!.AsArray()
            .Where(q => (string)q!["type"]! != "statement")
            .Select(q => KeyValuePair.Create((string)q!["id"]!, Answer(q)));
        return new JsonObject { ["answers"] = new JsonObject(answers) };
    }

    private static JsonNode? Answer(JsonNode question) => (string)question["type"]! switch
    {
        "single_choice" => question["options"]![0]!["value"]!.DeepClone(),
        "multi_choice" => new JsonArray(question["options"]![0]!["value"]!.DeepClone()),
        "rating" or "nps" or "number" => question["validation"]?["min"]?.DeepClone() ?? 3,
        "date" => "2026-06-10",
        "email" => "walker@example.com",
        "phone" => "+85260606060",
        _ => "A sentence that is long enough for any of these questions.",
    };

    private async Task GetEachAsync(SandboxClient client, string list, string key, params string[] paths)
    {
        foreach (var item in (await GetAsync(client, list))["items"]!.AsArray())
        {
            foreach (var path in paths)
            {
                await GetAsync(client, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, item![key] ?? item["id"]));
            }
        }
    }

    private async Task<JsonNode> GetAsync(SandboxClient client, string path) => Note("GET", path, await client.GetAsync(path));

    private async Task<JsonNode> PostAsync(SandboxClient client, string path, JsonNode? body = null) =>
        Note("POST", path, await client.PostAsync(path, body));

    private JsonNode Note(string method, string path, SandboxClient.Answer answer)
    {
        ((int)answer.Status).ShouldBeInRange(200, 299, $"{method} {path}: {answer.Text}");
        _succeeded.Add(ContractAnswers.OperationOf(method, path)!.Id);
        return answer.Data;
    }
}

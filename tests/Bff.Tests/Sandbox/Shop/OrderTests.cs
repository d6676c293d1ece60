using System.Net;
using System.Text.Json.Nodes;
using Bff.Sandbox;
using Bff.Sandbox.Faults;
using Bff.Sandbox.Shop;
using Bff.Tests.Sandbox.Auth;
using Bff.Tests.Sandbox.Bookings;

namespace Bff.Tests.Sandbox.Shop;

public sealed class OrderTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const int Poster = 16;
    private const int Shampoo500 = 1_000_103;

    [Fact]
    public async Task Stock_runs_out_for_everybody_and_is_never_sold_twice()
    {
        using var load = sandbox.For("load-00401");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => load.PostAsync("/shop/orders", Guest(Variant(Shampoo500, 1)))));
        var product = (await load.GetAsync("/shop/products/camellia-repair-shampoo")).Data;

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(3);
        answers.Count(a => a.ErrorCode == "OUT_OF_STOCK").ShouldBe(9);
        sandbox.World.Counters["createOrder", "load-00401"].Commits.ShouldBe(3);
        ((int)product["variations"]![2]!["stockQuantity"]!, (string)product["variations"]![2]!["stockStatus"]!).ShouldBe((0, "out_of_stock"));
    }

    [Fact]
    public async Task Lines_of_the_same_thing_count_together_and_a_refused_order_takes_nothing()
    {
        using var load = sandbox.For("load-00402");

        var refused = await load.PostAsync("/shop/orders", Guest(Product(2, 5), Variant(Shampoo500, 2), Variant(Shampoo500, 2)));
        var shampoo = (await load.GetAsync("/shop/products/camellia-conditioner")).Data;

        (refused.Status, refused.ErrorCode).ShouldBe((HttpStatusCode.Conflict, "OUT_OF_STOCK"));
        ((int)refused.Json["error"]!["details"]!["available"]!).ShouldBe(3);
        ((int)shampoo["stockQuantity"]!).ShouldBe(60);
    }

    [Fact]
    public async Task An_order_is_priced_for_who_places_it()
    {
        using var guest = sandbox.Salon();
        using var member = await sandbox.SalonAsync();
        var lines = new JsonObject[] { Product(7, 1), Product(8, 1) };

        var asGuest = await guest.PostAsync("/shop/orders", Guest(lines).With("shippingMethodId", "1"));
        var asMember = await member.PostAsync("/shop/orders", Order(lines).With("shippingMethodId", "1"));

        asGuest.Data["items"]!.AsArray().Select(l => (decimal)l!["unitPrice"]!).ShouldBe([288m, 188m]);
        asMember.Data["items"]!.AsArray().Select(l => (decimal)l!["unitPrice"]!).ShouldBe([268m, 188m]);
        ((decimal)asGuest.Data["shippingCost"]!, (decimal)asGuest.Data["totalAmount"]!).ShouldBe((35m, 511m));
    }

    [Theory]
    [InlineData("1", 2, 0)]
    [InlineData("2", 2, 20)]
    [InlineData("4", 2, null)]
    [InlineData("4", 3, 0)]
    [InlineData("9", 1, null)]
    public async Task Delivery_costs_what_the_basket_says(string method, int quantity, int? cost)
    {
        using var load = sandbox.For("load-00403");

        var answer = await load.PostAsync("/shop/orders", Guest(Product(7, quantity)).With("shippingMethodId", method));

        (answer.Status == HttpStatusCode.Created ? (int?)answer.Data["shippingCost"] : null).ShouldBe(cost);
        answer.Status.ShouldBe(cost is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_payment_by_gateway_moves_from_pending_to_completed()
    {
        await using var server = await SandboxServer.StartAsync(timeProvider: sandbox.Time);
        using var shop = new SandboxClient(server.ApiAddress, "shop-10k");
        var order = (await shop.PostAsync("/shop/orders", Guest(Product(2, 1)).With("paymentMethodId", "pm-card"))).Data;
        var path = $"/shop/orders/{order["orderId"]}/payment-status";

        var before = (await shop.GetAsync(path)).Data;
        server.World.Clock.Advance(TimeSpan.FromSeconds(11));
        var after = (await shop.GetAsync(path)).Data;

        ((string)order["paymentUrl"]!).ShouldStartWith("https://pay.example/orders/");
        ((string)before["paymentStatus"]!, (string)before["orderStatus"]!, (string?)before["paidAt"]).ShouldBe(("pending", "pending", null));
        ((string)after["paymentStatus"]!, (string)after["orderStatus"]!).ShouldBe(("completed", "confirmed"));
        after["paidAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_payment_by_hand_stays_pending_and_a_declined_one_fails()
    {
        await using var server = await SandboxServer.StartAsync(timeProvider: sandbox.Time);
        using var shop = new SandboxClient(server.ApiAddress, "shop-10k");
        var invoice = (await shop.PostAsync("/shop/orders", Guest(Product(2, 1)).With("paymentMethodId", "pm-invoice"))).Data;
        var declined = (await shop.PostAsync("/shop/orders", Guest(Product(2, 1)).With("paymentMethodId", "pm-declined"))).Data;
        server.World.Clock.Advance(TimeSpan.FromDays(1));

        var states = await Task.WhenAll(new[] { invoice, declined }.Select(async order =>
            (string)(await shop.GetAsync($"/shop/orders/{order["orderId"]}/payment-status")).Data["paymentStatus"]!));

        states.ShouldBe(["pending", "failed"]);
        ((string)invoice["paymentInstructions"]!, invoice["paymentUrl"]).ShouldBe(("Pay within 30 days of the invoice.", null));
    }

    [Fact]
    public async Task A_member_sees_own_orders_newest_first_and_nobody_elses()
    {
        using var gold = await sandbox.SalonAsync();
        using var silver = await sandbox.SalonAsync(SignIn.SalonSilver);

        var placed = (string)(await silver.PostAsync("/shop/orders", Order(Product(11, 1)))).Data["orderId"]!;
        var own = (await silver.GetAsync("/shop/orders")).Items.Select(o => (string)o!["orderId"]!).ToList();
        var others = (await gold.GetAsync("/shop/orders")).Items;

        own[0].ShouldBe(placed);
        others.Select(o => (string)o!["orderId"]!).ShouldNotContain(placed);
        others.Select(o => (string)o!["status"]!).ShouldContain("completed");
        (await gold.GetAsync($"/shop/orders/{placed}/payment-status")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Orders_need_a_token_and_a_payment_only_the_order_id()
    {
        using var salon = sandbox.Salon();
        using var member = await sandbox.SalonAsync();
        using var yoga = sandbox.Yoga();
        var placed = (string)(await salon.PostAsync("/shop/orders", Guest(Product(11, 1)))).Data["orderId"]!;
        yoga.Token = member.Token;

        (await salon.GetAsync("/shop/orders")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await salon.GetAsync($"/shop/orders/{placed}/payment-status")).Status.ShouldBe(HttpStatusCode.OK);
        (await salon.GetAsync("/shop/orders/ord-1/payment-status")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await yoga.PostAsync("/shop/orders", Order(Product(1, 1)))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("""{"customer":{}}""", "items")]
    [InlineData("""{"customer":{},"items":[]}""", "items")]
    [InlineData("""{"customer":{},"items":[{"productId":2}]}""", "items[0].quantity")]
    [InlineData("""{"customer":{},"items":[{"productId":2,"quantity":0}]}""", "items[0].quantity")]
    [InlineData("""{"customer":{},"items":[{"productId":"two","quantity":1}]}""", "items[0].productId")]
    [InlineData("""{"customer":{},"items":[{"quantity":1}]}""", "items[0].productId")]
    [InlineData("""{"items":[{"productId":2,"quantity":1}]}""", "customer")]
    [InlineData("""{"customer":{"email":"no"},"items":[{"productId":2,"quantity":1}]}""", "customer.email")]
    public async Task A_malformed_field_is_named(string body, string field)
    {
        using var salon = sandbox.Salon();

        var answer = await salon.PostTextAsync("/shop/orders", body);

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.BadRequest, "VALIDATION_ERROR"));
        answer.InvalidFields.ShouldBe([field]);
    }

    [Theory]
    [InlineData("""{"productId":999,"quantity":1}""", HttpStatusCode.NotFound, "PRODUCT_NOT_FOUND")]
    [InlineData("""{"variantId":-2147483648,"quantity":1}""", HttpStatusCode.NotFound, "VARIANT_NOT_FOUND")]
    [InlineData("""{"variantId":"1000199","quantity":1}""", HttpStatusCode.NotFound, "VARIANT_NOT_FOUND")]
    [InlineData("""{"productId":"1","quantity":1}""", HttpStatusCode.UnprocessableEntity, "VARIANT_REQUIRED")]
    [InlineData("""{"productId":2,"quantity":2147483647}""", HttpStatusCode.Conflict, "OUT_OF_STOCK")]
    public async Task A_line_that_names_nothing_to_buy_is_refused(string line, HttpStatusCode status, string code)
    {
        using var salon = sandbox.Salon();

        var answer = await salon.PostTextAsync("/shop/orders", $$"""{"customer":{},"items":[{{line}}]}""");

        (answer.Status, answer.ErrorCode).ShouldBe((status, code));
    }

    [Fact]
    public async Task What_is_not_tracked_never_runs_out()
    {
        using var salon = sandbox.Salon();

        var cards = await salon.PostAsync("/shop/orders", Guest(Product(13, 5000)));

        cards.Status.ShouldBe(HttpStatusCode.Created);
        ((string)(await salon.GetAsync("/shop/products/gift-card")).Data["stockStatus"]!).ShouldBe("in_stock");
    }

    [Theory]
    [InlineData(FaultKind.Race, 2)]
    [InlineData(FaultKind.RaceConflict, 1)]
    internal async Task A_race_sells_the_last_piece_twice_or_tells_the_loser(FaultKind kind, int sold)
    {
        var tenant = kind == FaultKind.Race ? "load-00404" : "load-00405";
        using var load = sandbox.For(tenant);
        sandbox.World.Faults.Set([new FaultRule { OperationId = "createOrder", Tenant = tenant, Kind = kind, Parties = 2, DelayMs = 10_000 }]);

        var answers = await Task.WhenAll(
            load.PostAsync("/shop/orders", Guest(Product(Poster, 1))), load.PostAsync("/shop/orders", Guest(Product(Poster, 1))));
        sandbox.World.Faults.Clear();

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(sold);
        answers.Where(a => a.Status != HttpStatusCode.Created).ShouldAllBe(a => a.ErrorCode == "OUT_OF_STOCK");
        var book = sandbox.World.Tenants.Find(tenant)!.Part(OrderBook.Create);
        (book.NextNumber - 1).ShouldBe(3 + sold, "three orders are older than the sandbox");
    }

    private static JsonObject Order(params JsonObject[] lines) => new() { ["items"] = new JsonArray([.. lines.Select(l => l.DeepClone())]) };

    private static JsonObject Guest(params JsonObject[] lines) =>
        Order(lines).With("customer", new JsonObject { ["firstName"] = "Guest", ["email"] = "guest@example.com", ["language"] = "zh-HK" });

    private static JsonObject Product(int id, int quantity) => new() { ["productId"] = id, ["quantity"] = quantity };

    private static JsonObject Variant(int id, int quantity) => new() { ["variantId"] = id, ["quantity"] = quantity };
}

using System.Net;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox;

/// <summary>Answers are sent again from rendered bytes: never to another tenant, nor after a change or a reset.</summary>
public sealed class KeptReplyTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("salon-hk")]
    [InlineData("load-00701")]
    public async Task A_sale_shows_in_the_next_answer_and_is_gone_after_a_reset(string tenant)
    {
        await using var server = await Bff.Sandbox.SandboxServer.StartAsync(timeProvider: sandbox.Time);
        using var client = new SandboxClient(server.ApiAddress, tenant);

        var before = await StockAsync(client);
        await client.PostAsync("/shop/orders", Order(4));
        var after = await StockAsync(client);
        server.World.Reset();
        var again = await StockAsync(client);
        await client.PostAsync("/shop/orders", Order(1));

        new[] { before, after, again, await StockAsync(client) }.ShouldBe([60, 56, 60, 59]);
    }

    [Fact]
    public async Task Load_tenants_do_not_get_each_others_answers()
    {
        using var one = sandbox.For("load-00702");
        using var other = sandbox.For("load-00703");

        var first = await one.GetAsync("/surveys/visit-feedback");
        var second = await other.GetAsync("/surveys/visit-feedback");

        first.Status.ShouldBe(HttpStatusCode.OK);
        ((string)second.Data["survey"]!["companyId"]!).ShouldBe("load-00703");
    }

    private static async Task<int> StockAsync(SandboxClient client) =>
        (int)(await client.GetAsync("/shop/products?limit=2")).Items[1]!["stockQuantity"]!;

    private static JsonObject Order(int quantity) => new()
    {
        ["items"] = new JsonArray(new JsonObject { ["productId"] = 2, ["quantity"] = quantity }),
        ["customer"] = new JsonObject(),
    };
}

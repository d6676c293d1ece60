using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Quirks;

public sealed class ShopQuirkTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task V27_stock_is_written_in_one_word_and_without_a_count()
    {
        var products = await ProductsAsync(27);

        products.Select(p => (string)p["stockStatus"]!).Distinct().ShouldBeSubsetOf(["instock", "lowstock", "outofstock"]);
        products.ShouldAllBe(p => !p.ContainsKey("stockQuantity") && !p.ContainsKey("trackInventory"));
    }

    [Fact]
    public async Task V28_a_reduced_price_is_the_sale_price_alone()
    {
        var products = await ProductsAsync(28);

        products.ShouldAllBe(p => p["discountPrice"] == null);
        products.ShouldContain(p => p["salePrice"] != null);
    }

    [Fact]
    public async Task V29_a_product_without_a_slug_is_read_by_its_id()
    {
        var products = await ProductsAsync(29);
        using var salon = sandbox.Unchecked("salon-hk");

        var read = await salon.GetAsync($"/shop/products/{products[0]["id"]}");

        products.ShouldAllBe(p => p["slug"] == null);
        ((int)read.Data["id"]!).ShouldBe((int)products[0]["id"]!);
    }

    [Fact]
    public async Task V30_the_shop_takes_further_arguments()
    {
        using var salon = sandbox.Unchecked("salon-hk");
        var paths = new[] { "/shop/products?category_slug=x&featured=true", "/shop/categories?featured=true", "/shop/shipping-methods?order_amount=9" };

        await sandbox.PresetAsync("contract");
        sandbox.World.Violations.Clear();
        await Task.WhenAll(paths.Select(salon.GetAsync));
        var off = sandbox.World.Violations.Counts.Count;
        await sandbox.RowAsync(30);
        sandbox.World.Violations.Clear();
        await Task.WhenAll(paths.Select(salon.GetAsync));

        (off, sandbox.World.Violations.Counts.Count).ShouldBe((4, 0));
    }

    [Theory]
    [InlineData(31, """{"items":[{"productId":7,"quantity":1}],"customer":{"firstName":"A"},"shippingMethodId":1}""")]
    [InlineData(32, """{"lineItems":[{"productId":7,"quantity":1}],"customerInfo":{"firstName":"A"},"shippingAddress":{},"shippingMethodId":1}""")]
    public async Task V31_V32_an_order_comes_in_another_form(int row, string body)
    {
        using var load = sandbox.Unchecked($"load-030{row}");

        await sandbox.PresetAsync("contract");
        var refused = await load.PostTextAsync("/shop/orders", body);
        await sandbox.RowAsync(row);
        var placed = await load.PostTextAsync("/shop/orders", body);

        (refused.Status, placed.Status).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.Created));
    }

    [Fact]
    public async Task V32_variants_are_variations()
    {
        await sandbox.RowAsync(32);
        using var load = sandbox.Unchecked("load-03232");

        var placed = await load.PostTextAsync(
            "/shop/orders", """{"lineItems":[{"productId":1,"variationId":1000103,"quantity":1}],"customerInfo":{"firstName":"A"}}""");

        ((int)placed.Data["items"]![0]!["variationId"]!).ShouldBe(1_000_103);
    }

    [Fact]
    public async Task V33_orders_have_text_for_money_and_a_status_of_the_merchants_side()
    {
        await sandbox.RowAsync(33);
        using var load = sandbox.Unchecked("load-03033");

        var order = (await load.PostTextAsync(
            "/shop/orders", """{"items":[{"productId":7,"quantity":1}],"customer":{"firstName":"A"}}""")).Data.AsObject();

        (order.ContainsKey("id"), (string)order["status"]!).ShouldBe((false, "shipped"));
        order["totalAmount"]!.GetValueKind().ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task V34_the_fee_of_a_delivery_is_its_price()
    {
        await sandbox.RowAsync(34);
        using var salon = sandbox.Unchecked("salon-hk");

        var method = (await salon.GetAsync("/shop/shipping-methods")).Items[0]!.AsObject();

        (method.ContainsKey("price"), method.ContainsKey("cost"), method.ContainsKey("calculationType")).ShouldBe((true, false, true));
    }

    private async Task<List<JsonObject>> ProductsAsync(int row)
    {
        await sandbox.RowAsync(row);
        using var salon = sandbox.Unchecked("salon-hk");
        return [.. (await salon.GetAsync("/shop/products?limit=100")).Items.Select(p => p!.AsObject())];
    }
}

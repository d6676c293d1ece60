using System.Net;

namespace Bff.Tests.Sandbox.Shop;

public sealed class CatalogTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Ten_thousand_products_come_in_pages_that_together_hold_each_once()
    {
        using var shop = sandbox.For("shop-10k");

        var pages = await Task.WhenAll(Enumerable.Range(1, 100).Select(page => shop.GetAsync($"/shop/products?limit=100&page={page}")));

        pages.SelectMany(p => p.Items).Select(p => (int)p!["id"]!).ShouldBe(Enumerable.Range(1, 10_000));
        ((int)pages[99].Data["pagination"]!["total"]!, (bool)pages[99].Data["pagination"]!["hasNext"]!).ShouldBe((10_000, false));
        (await shop.GetAsync("/shop/products?limit=100&page=101")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_made_up_products_are_the_same_on_every_start()
    {
        await using var other = await Bff.Sandbox.SandboxServer.StartAsync(timeProvider: sandbox.Time);
        using var shop = sandbox.For("shop-10k");
        using var again = new SandboxClient(other.ApiAddress, "shop-10k");

        var first = await shop.GetAsync("/shop/products?limit=100&page=57");
        var second = await again.GetAsync("/shop/products?limit=100&page=57");

        second.Text.ShouldBe(first.Text);
        first.Items.Select(p => (string)p!["name"]!).ShouldBeUnique();
    }

    [Theory]
    [InlineData("salon-hk")]
    [InlineData("yoga-berlin")]
    [InlineData("shop-10k")]
    public async Task A_tenant_has_products_of_every_awkward_kind(string tenant)
    {
        using var client = sandbox.For(tenant);

        var products = (await client.GetAsync("/shop/products?limit=100")).Items.Select(p => p!.AsObject()).ToList();

        products.ShouldContain(p => p["slug"] == null);
        products.ShouldContain(p => !p.ContainsKey("stockQuantity"));
        products.ShouldContain(p => p["image"] == null);
        products.Select(p => (string)p["productType"]!).Distinct().Order().ShouldBe(["one_time", "subscription"]);
        products.Select(p => (string)p["stockStatus"]!).Distinct().Order().ShouldBe(["in_stock", "low_stock", "out_of_stock"]);
    }

    [Fact]
    public async Task A_product_without_a_slug_is_found_by_its_id()
    {
        using var salon = sandbox.Salon();

        var poster = await salon.GetAsync("/shop/products/16");
        var shampoo = await salon.GetAsync("/shop/products/camellia-repair-shampoo");

        poster.Data["slug"].ShouldBeNull();
        (await salon.GetAsync("/shop/products/1")).Text.ShouldBe(shampoo.Text);
        (await salon.GetAsync("/shop/products/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await salon.GetAsync("/shop/products/999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Variants_have_stock_options_and_prices_of_their_own()
    {
        using var salon = sandbox.Salon();

        var pillow = (await salon.GetAsync("/shop/products/silk-pillowcase")).Data;
        var variants = pillow["variations"]!.AsArray();

        variants.Select(v => (int)v!["stockQuantity"]!).ShouldBe([8, 0, 5, 2]);
        ((int)pillow["stockQuantity"]!).ShouldBe(15);
        variants[3]!["selectedOptions"]!.AsArray().Select(o => (string)o!["value"]!).ShouldBe(["墨綠 Pine", "加大 Queen"]);
        ((decimal)variants[3]!["regularPrice"]!, (decimal)variants[3]!["salePrice"]!, (bool)variants[3]!["onSale"]!).ShouldBe((458m, 388m, true));
    }

    [Fact]
    public async Task Search_takes_each_word_in_any_order()
    {
        using var shop = sandbox.For("shop-10k");

        var found = await shop.GetAsync("/shop/products?search=lamp%20harbor&limit=100");
        var none = await shop.GetAsync("/shop/products?search=zeppelin");

        found.Items.ShouldNotBeEmpty();
        found.Items.Select(p => (string)p!["name"]!).ShouldAllBe(name => name.Contains("Lamp") && name.Contains("Harbor"));
        (none.Items.Count, (int)none.Data["pagination"]!["total"]!).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("salon-hk")]
    [InlineData("yoga-berlin")]
    [InlineData("shop-10k")]
    public async Task Groups_count_their_products_and_methods_can_be_chosen(string tenant)
    {
        using var client = sandbox.For(tenant);

        var categories = (await client.GetAsync("/shop/categories")).Items;
        var brands = (await client.GetAsync("/shop/brands")).Items;
        var collections = (await client.GetAsync("/shop/collections")).Items;

        brands.Concat(collections).Concat(categories).Sum(g => (int)g!["productCount"]!).ShouldBeGreaterThan(10);
        categories.Count(c => (bool)c!["isFeatured"]!).ShouldBeGreaterThan(0);
        (await client.GetAsync("/shop/shipping-methods")).Items.ShouldContain(m => (decimal)m!["cost"]! > 0);
        (await client.GetAsync("/shop/payment-methods")).Items.Select(m => (bool)m!["hasGateway"]!).Distinct().Count().ShouldBe(2);
    }
}

using System.Text.Json;
using Bff.Tests.Fixture;

namespace Bff.Tests.Shop;

public sealed class ProductTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private const string Shop = "shop-10k";

    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task Paging_through_ten_thousand_products_gives_each_once()
    {
        HashSet<string> ids = [];
        var rows = 0;
        string? cursor = null;
        do
        {
            var data = await bff.Storefront(Shop).QueryAsync(
                "query($after: String) { products(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } totalCount } }", new { after = cursor });
            var products = data.GetProperty("products");
            foreach (var node in products.GetProperty("nodes").EnumerateArray())
            {
                rows++;
                ids.Add(node.GetProperty("id").GetString()!);
            }

            cursor = products.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? products.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (cursor is not null);

        rows.ShouldBe(10_000);
        ids.Count.ShouldBe(10_000);
    }

    [Fact]
    public async Task A_product_page_is_one_query_with_pictures_options_and_variants()
    {
        var tenant = bff.NewTenant();
        var list = await bff.Storefront(tenant).QueryAsync("{ products(first: 100) { nodes { id slug isVariable } } }");
        var variable = list.GetProperty("products").GetProperty("nodes").EnumerateArray().First(node => node.GetProperty("isVariable").GetBoolean() && node.GetProperty("slug").ValueKind == JsonValueKind.String);

        var data = await bff.Storefront(tenant).QueryAsync(
            "query($slug: String!) { product(slug: $slug) { name price { amount currency } effectivePrice { amount } stockStatus images { url isPrimary } options { name values } variants { id price { amount } selectedOptions { option value } stockQuantity } } }",
            new { slug = variable.GetProperty("slug").GetString() });

        var product = data.GetProperty("product");
        product.GetProperty("variants").GetArrayLength().ShouldBePositive();
        product.GetProperty("options").GetArrayLength().ShouldBePositive();
        bff.V6.Calls("getProduct", tenant).ShouldBe(1);
    }

    [Fact]
    public async Task Filters_and_sort_are_answered_from_the_cached_catalogue()
    {
        var tenant = bff.NewTenant();

        var data = await bff.Storefront(tenant).QueryAsync(
            "{ all: products(first: 100) { nodes { id isFeatured effectivePrice { amount } } totalCount } featured: products(first: 100, featured: true, sort: PRICE_ASCENDING) { nodes { id isFeatured effectivePrice { amount } } totalCount } }");

        var featured = data.GetProperty("featured").GetProperty("nodes").EnumerateArray().ToArray();
        featured.ShouldNotBeEmpty();
        featured.ShouldAllBe(node => node.GetProperty("isFeatured").GetBoolean());
        PricesOf(featured).ShouldBeInOrder(SortDirection.Ascending);
        data.GetProperty("featured").GetProperty("totalCount").GetInt32()
            .ShouldBe(data.GetProperty("all").GetProperty("nodes").EnumerateArray().Count(node => node.GetProperty("isFeatured").GetBoolean()));
    }

    [Theory]
    [InlineData("categorySlug", "categories { slug }")]
    [InlineData("brandSlug", "brand { slug }")]
    [InlineData("collectionSlug", "collections { slug }")]
    public async Task A_group_keeps_its_own_products_in_v6_s_order_and_no_other(string argument, string groups)
    {
        var tenant = bff.NewTenant();
        var all = NodesOf(await bff.Storefront(tenant).QueryAsync($$"""{ products(first: 100) { nodes { id {{groups}} } } }"""));
        var slugs = all.SelectMany(SlugsOf).Distinct().ToArray();
        var asked = bff.V6.Calls("listProducts", tenant);

        foreach (var slug in slugs)
        {
            var kept = NodesOf(await bff.Storefront(tenant).QueryAsync(
                $$"""query($slug: String) { products(first: 100, {{argument}}: $slug) { nodes { id {{groups}} } totalCount } }""", new { slug }));

            kept.Select(IdOf).ShouldBe(all.Where(node => SlugsOf(node).Contains(slug)).Select(IdOf));
        }

        slugs.Length.ShouldBeGreaterThan(1);
        bff.V6.Calls("listProducts", tenant).ShouldBe(asked);
    }

    [Fact]
    public async Task A_group_that_does_not_exist_has_no_products()
    {
        var data = await bff.Storefront(bff.NewTenant()).QueryAsync("""{ products(categorySlug: "no-such-category") { nodes { id } totalCount } }""");

        NodesOf(data).ShouldBeEmpty();
        data.GetProperty("products").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Dearest_first_is_the_other_way_round_and_without_a_price_last_both_ways()
    {
        var data = await bff.Storefront(bff.NewTenant()).QueryAsync(
            """
            {
              up: products(first: 100, sort: PRICE_ASCENDING) { nodes { id effectivePrice { amount } } }
              down: products(first: 100, sort: PRICE_DESCENDING) { nodes { id effectivePrice { amount } } }
              names: products(first: 100, sort: NAME) { nodes { id name } }
            }
            """);

        JsonElement[] up = [.. data.GetProperty("up").GetProperty("nodes").EnumerateArray()];
        JsonElement[] down = [.. data.GetProperty("down").GetProperty("nodes").EnumerateArray()];
        PricesOf(up).ShouldBeInOrder(SortDirection.Ascending);
        PricesOf(down).ShouldBeInOrder(SortDirection.Descending);
        down.Select(IdOf).ShouldBe(up.Select(IdOf), ignoreOrder: true);
        down.Skip(PricesOf(down).Length).ShouldAllBe(node => node.GetProperty("effectivePrice").ValueKind == JsonValueKind.Null);
        data.GetProperty("names").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()!).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_another_filter_is_refused()
    {
        var data = await bff.Storefront(Shop).QueryAsync("{ products(first: 2, sort: NAME) { pageInfo { endCursor } } }");
        var cursor = data.GetProperty("products").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        var reply = await bff.Storefront(Shop).SendAsync("query($after: String) { products(first: 2, sort: PRICE_ASCENDING, after: $after) { nodes { id } } }", new { after = cursor });

        reply.Codes.ShouldBe(["BAD_USER_INPUT"]);
    }

    [Fact]
    public async Task The_lists_of_the_shop_come_through_every_layer()
    {
        var data = await bff.Storefront(bff.NewTenant()).QueryAsync(
            "{ productCategories { id name slug productCount } brands { id name } collections { id name } shippingMethods { id name cost { amount currency } } paymentMethods { id name hasGateway } }");

        foreach (var list in data.EnumerateObject())
        {
            list.Value.GetArrayLength().ShouldBePositive(list.Name);
        }
    }

    [Fact]
    public async Task An_unknown_product_is_null_without_an_error()
    {
        var reply = await bff.Storefront(bff.NewTenant()).SendAsync("{ product(slug: \"no-such-product\") { id } }");

        reply.Errors.ShouldBeEmpty();
        reply.Data.GetProperty("product").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static JsonElement[] NodesOf(JsonElement data) => [.. data.GetProperty("products").GetProperty("nodes").EnumerateArray()];

    private static string IdOf(JsonElement product) => product.GetProperty("id").GetString()!;

    // Of the one group property that was asked for: a list, one, or none.
    private static IEnumerable<string> SlugsOf(JsonElement product)
    {
        var groups = product.EnumerateObject().Single(property => property.Name is "categories" or "brand" or "collections").Value;
        return (groups.ValueKind switch
        {
            JsonValueKind.Array => groups.EnumerateArray(),
            JsonValueKind.Object => [groups],
            _ => Enumerable.Empty<JsonElement>(),
        }).Select(group => group.GetProperty("slug").GetString()!);
    }

    private static decimal[] PricesOf(IEnumerable<JsonElement> products) =>
        [.. products.Where(node => node.GetProperty("effectivePrice").ValueKind == JsonValueKind.Object).Select(node => decimal.Parse(node.GetProperty("effectivePrice").GetProperty("amount").GetString()!, null))];
}

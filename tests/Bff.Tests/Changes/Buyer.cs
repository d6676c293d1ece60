using Bff.Tests.Fixture;

namespace Bff.Tests.Changes;

/// <summary>Somebody who buys a product piece by piece, and so always knows how many are left.</summary>
internal sealed class Buyer(BffFixture bff, string tenant, (string Name, string Value)[]? credentials = null)
{
    private const string Order = """
        mutation($input: CreateOrderInput!) { createOrder(input: $input) { order { orderId } errors { ... on Error { code } } } }
        """;

    private string? fence;
    private StockedProduct product = null!;

    /// <summary>How many there must be.</summary>
    public int Left { get; private set; }

    /// <summary>Sends its fence back with each read.</summary>
    public bool KeepsFence { get; init; } = true;

    /// <summary>Finds something of which there are at least so many, and reads it through every gateway, so that each has a copy.</summary>
    public async Task ChooseAsync(int atLeast, int gateways)
    {
        product = await StockedProduct.FindAsync(bff.Storefront(tenant), atLeast);
        Left = product.Stock;
        for (var gateway = 0; gateway < gateways; gateway++)
        {
            await ReadAsync(gateway);
        }
    }

    /// <summary>Buys one through a gateway.</summary>
    public async Task BuyAsync(int gateway)
    {
        var reply = await bff.Storefront(tenant, gateway).SendAsync(Order, new { input = Input() }, credentials ?? []);
        reply.Errors.ShouldBeEmpty(reply.Text);
        reply.Data.GetProperty("createOrder").GetProperty("errors").GetArrayLength().ShouldBe(0, reply.Text);
        fence = reply.Fence.ShouldNotBeNull(reply.Text);
        Left--;
    }

    /// <summary>How many a gateway says there are: on the product's own page, and in the list.</summary>
    public async Task<(int Own, int Listed)> ReadAsync(int gateway)
    {
        (string, string)[] headers = [.. credentials ?? [], .. KeepsFence && fence is not null ? [("Bff-Fence", fence)] : Array.Empty<(string, string)>()];
        var reply = await bff.Storefront(tenant, gateway).SendAsync(
            "query($slug: String!) { product(slug: $slug) { stockQuantity } products(first: 100) { nodes { slug stockQuantity } } }", new { slug = product.Slug }, headers);
        reply.Errors.ShouldBeEmpty(reply.Text);
        var listed = reply.Data.GetProperty("products").GetProperty("nodes").EnumerateArray().Single(node => node.GetProperty("slug").ValueEquals(product.Slug));
        return (reply.Data.GetProperty("product").GetProperty("stockQuantity").GetInt32(), listed.GetProperty("stockQuantity").GetInt32());
    }

    private object Input() => new
    {
        items = new[] { new { productId = product.Id, quantity = 1 } },
        customer = new { firstName = "Tai Man", lastName = "Chan", email = "tai.man@example.com", phone = "+85291234567" },
    };
}

using System.Text.Json;
using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Shop;

public sealed class OrderTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private const string Order = """
        mutation($input: CreateOrderInput!) {
          createOrder(input: $input) {
            order { orderId totalAmount { amount currency } items { productName quantity } }
            errors { __typename ... on Error { code } ... on ValidationError { field } }
          }
        }
        """;

    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task A_guest_s_order_takes_stock_and_the_next_read_shows_it()
    {
        var tenant = bff.NewTenant();
        var product = await SimpleProductAsync(tenant);

        var reply = await bff.Storefront(tenant).QueryAsync(Order, new { input = InputFor(product.Id) });
        var after = await StockOfAsync(tenant, product.Slug);

        reply.GetProperty("createOrder").GetProperty("errors").GetArrayLength().ShouldBe(0, reply.GetRawText());
        after.ShouldBe(product.Stock - 1);
        bff.V6.Commits("createOrder", tenant).ShouldBe(1);
    }

    [Fact]
    public async Task The_payment_status_is_asked_anew_each_time()
    {
        var tenant = bff.NewTenant();
        var product = await SimpleProductAsync(tenant);
        var reply = await bff.Storefront(tenant).QueryAsync(Order, new { input = InputFor(product.Id) });
        var id = reply.GetProperty("createOrder").GetProperty("order").GetProperty("orderId").GetString();

        for (var i = 0; i < 2; i++)
        {
            await bff.Storefront(tenant).QueryAsync("query($id: ID!) { orderPaymentStatus(orderId: $id) { paymentStatus paymentStatusText orderStatus } }", new { id });
        }

        bff.V6.Calls("getOrderPaymentStatus", tenant).ShouldBe(2);
    }

    [Fact]
    public async Task A_customer_s_new_order_is_in_their_list_at_once()
    {
        var device = await Device.SignedInAsync(bff);
        var product = await SimpleProductAsync(device.Tenant);
        await device.SendAsync("{ me { orders { orderId } } }");

        var placed = await device.SendAsync(Order, new { input = InputFor(product.Id) });
        var listed = await device.SendAsync("{ me { orders { orderId } } }");

        var id = placed.Data.GetProperty("createOrder").GetProperty("order").GetProperty("orderId").GetString();
        listed.Data.GetProperty("me").GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("orderId").GetString()).ShouldContain(id);
    }

    [Theory]
    [InlineData("""{ "items": [] }""", "items")]
    [InlineData("""{ "items": [{ "productId": "1", "quantity": 0 }] }""", "items.0.quantity")]
    [InlineData("""{ "items": [{ "quantity": 1 }] }""", "items.0.productId")]
    [InlineData("""{ "items": [{ "productId": "../1", "quantity": 1 }] }""", "items.0.productId")]
    [InlineData("""{ "items": [{ "productId": "1", "quantity": 1 }], "shippingMethodId": "a/b" }""", "shippingMethodId")]
    [InlineData("""{ "items": [{ "productId": "1", "quantity": 1 }], "customer": { "firstName": "a\u0000b" } }""", "customer.firstName")]
    public async Task A_field_that_cannot_be_used_is_named_and_v6_is_not_asked(string input, string field)
    {
        var tenant = bff.NewTenant();

        var reply = await bff.Storefront(tenant).QueryAsync(Order, new { input = JsonDocument.Parse(input).RootElement });

        reply.GetProperty("createOrder").GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(field);
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Fact]
    public async Task A_lost_reply_is_an_unknown_outcome_and_the_order_is_not_sent_twice()
    {
        var tenant = bff.NewTenant();
        var product = await SimpleProductAsync(tenant);
        bff.V6.Fail(new FaultRule { OperationId = "createOrder", Tenant = tenant, Kind = FaultKind.ResetAfterCommit });

        var reply = await bff.Storefront(tenant).QueryAsync(Order, new { input = InputFor(product.Id) });

        reply.GetProperty("createOrder").GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("UnknownOutcomeError");
        bff.V6.Calls("createOrder", tenant).ShouldBe(1);
    }

    private static object InputFor(string product) => new
    {
        items = new[] { new { productId = product, quantity = 1 } },
        customer = new { firstName = "Tai Man", lastName = "Chan", email = "tai.man@example.com", phone = "+85291234567" },
    };

    private Task<StockedProduct> SimpleProductAsync(string tenant) => StockedProduct.FindAsync(bff.Storefront(tenant), atLeast: 2);

    private async Task<int> StockOfAsync(string tenant, string slug)
    {
        var data = await bff.Storefront(tenant).QueryAsync("query($slug: String!) { product(slug: $slug) { stockQuantity } }", new { slug });
        return data.GetProperty("product").GetProperty("stockQuantity").GetInt32();
    }
}

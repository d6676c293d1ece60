using Bff.Contracts.Answers;
using Bff.Contracts.Mutations;
using Bff.Contracts.Shop;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Mutations;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Shop;

/// <summary>Input of <c>createOrder</c>: the v6 request fields by the same names.</summary>
internal sealed record CreateOrderInput(
    IReadOnlyList<OrderItemInput> Items,
    OrderCustomerInput? Customer,
    string? ShippingMethodId,
    string? PaymentMethodId,
    string? IdempotencyKey) : IIdempotentInput;

/// <summary>A line to order.</summary>
internal sealed record OrderItemInput(string? ProductId, string? VariantId, int Quantity);

/// <summary>A guest who orders.</summary>
internal sealed record OrderCustomerInput(string? FirstName, string? LastName, string? Email, string? Phone, string? Language);

internal static class OrderMutation
{
    private const int MaxLines = 100;
    private const int MaxQuantity = 9_999;
    private const int MaxTextLength = 200;

    public static void AddCreateOrder(this ObjectGraphType mutation) => mutation
        .AddMutation<CreateOrderInput, Order>("createOrder", "Places an order. Never sent twice. Source: v6 createOrder.")
        .Input(input =>
        {
            input.Field<NonNullGraphType<ListGraphType<NonNullGraphType<OrderItemInputType>>>>("items").Description($"What is ordered: 1 to {MaxLines} lines.");
            input.Field<OrderCustomerInputType>("customer").Description("Who orders; needed without a session.");
            input.Field<IdGraphType>("shippingMethodId").Description("Chosen delivery option.");
            input.Field<IdGraphType>("paymentMethodId").Description("Chosen way to pay.");
        })
        .Result<OrderType>("order", "The order. A guest cannot list it again: keep its orderId.", order => order)
        .FoundBy(input => new CreatedOrderClue([.. input.Items.Select(line => new OrderLineClue(line.ProductId, line.VariantId, line.Quantity))]))
        .Resolve(RunAsync);

    private static async ValueTask<MutationResult<Order>> RunAsync(CreateOrderInput input, GraphContext request, Guid attempt)
    {
        var check = new InputCheck();
        var lines = input.Items.Select((line, index) => ReadLine(check, line, index)).ToArray();
        check.Require(lines.Length is >= 1 and <= MaxLines, "items", $"must have 1 to {MaxLines} lines.");
        var customer = ReadCustomer(check, input.Customer);
        var shipping = check.OptionalId("shippingMethodId", input.ShippingMethodId);
        var payment = check.OptionalId("paymentMethodId", input.PaymentMethodId);
        if (check.HasErrors)
        {
            return check.Failed<Order>();
        }

        var order = new OrderRequest(await request.CallerAsync(), [.. lines], customer, shipping, payment) { Attempt = attempt };
        return await request.Shop().Catalog.CreateOrderAsync(order);
    }

    private static OrderItem ReadLine(InputCheck check, OrderItemInput line, int index)
    {
        var path = $"items.{index}";
        var item = new OrderItem(check.OptionalId($"{path}.productId", line.ProductId), check.OptionalId($"{path}.variantId", line.VariantId), line.Quantity);
        check.Require(item.Product is not null || item.Variant is not null, $"{path}.productId", "is needed when there is no variantId.");
        check.Require(line.Quantity is >= 1 and <= MaxQuantity, $"{path}.quantity", $"must be from 1 to {MaxQuantity}.");
        return item;
    }

    private static OrderCustomer? ReadCustomer(InputCheck check, OrderCustomerInput? customer)
    {
        if (customer is null)
        {
            return null;
        }

        RequireText(check, "customer.firstName", customer.FirstName);
        RequireText(check, "customer.lastName", customer.LastName);
        RequireText(check, "customer.language", customer.Language);
        return new OrderCustomer(customer.FirstName?.Trim(), customer.LastName?.Trim(), customer.Email, customer.Phone, customer.Language);
    }

    private static void RequireText(InputCheck check, string field, string? text) =>
        check.Require(text is null || (text.Length <= MaxTextLength && !text.Any(char.IsControl)), field, $"may have at most {MaxTextLength} characters, none of them control characters.");
}

internal sealed class OrderItemInputType : InputObjectGraphType<OrderItemInput>
{
    public OrderItemInputType()
    {
        Name = "OrderItemInput";
        Description = "A line to order: a variant, or a product that has none. Source: v6 createOrder.";
        Field<IdGraphType>("productId").Description("Product.");
        Field<IdGraphType>("variantId").Description("Variant of a product with isVariable.");
        Field<NonNullGraphType<IntGraphType>>("quantity").Description("Units, at least 1.");
    }
}

internal sealed class OrderCustomerInputType : InputObjectGraphType<OrderCustomerInput>
{
    public OrderCustomerInputType()
    {
        Name = "OrderCustomerInput";
        Description = "A guest who orders. Source: v6 createOrder.";
        Field<StringGraphType>("firstName").Description("First name.");
        Field<StringGraphType>("lastName").Description("Last name.");
        Field<EmailAddressScalar>("email").Description("E-mail address.");
        Field<PhoneNumberScalar>("phone").Description("Phone.");
        Field<StringGraphType>("language").Description("BCP 47 tag, such as zh-HK: picks the language of order messages.");
    }
}

using Bff.Contracts.Shop;
using Bff.Upstream.Shop;

namespace Bff.Grains.Shop;

internal static class OrderMapping
{
    public static V6OrderRequest ToV6(this OrderRequest request) => new(
        [.. request.Lines.Select(line => new V6OrderItem(line.Product?.Value, line.Variant?.Value, line.Quantity))],
        request.Customer is { } customer
            ? new V6OrderCustomer(customer.FirstName, customer.LastName, customer.Email, customer.Phone, customer.Language)
            : null,
        request.ShippingMethod?.Value,
        request.PaymentMethod?.Value);
}

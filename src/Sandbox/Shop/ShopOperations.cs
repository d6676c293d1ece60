using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Shop;

/// <summary>Catalogue, checkout options, orders and their payment.</summary>
internal static class ShopOperations
{
    private static readonly BodyShape Item = new(
        new Field("productId", FieldKind.NumericId),
        new Field("variantId", FieldKind.NumericId),
        new Field("quantity", FieldKind.Integer) { Required = true, Minimum = 1 });

    private static readonly BodyShape Customer = new(
        new Field("firstName"),
        new Field("lastName"),
        new Field("email", FieldKind.Email),
        new Field("phone"),
        new Field("language"));

    private static readonly BodyShape OrderBody = new(
        new Field("items", FieldKind.List) { Required = true, Minimum = 1, Shape = Item },
        new Field("customer", FieldKind.Object) { Shape = Customer },
        new Field("shippingMethodId"),
        new Field("paymentMethodId"));

    public static readonly Operation[] All =
    [
        Operation.Get("listProducts", "/shop/products", Access.Public, ProductReads.List) with
        {
            Keep = Keep.Tenant, Query = QueryShape.SearchAndPaging,
        },
        Operation.Get("getProduct", "/shop/products/{slug}", Access.Public, ProductReads.Get) with { Keep = Keep.Tenant },
        Operation.Get("listShopCategories", "/shop/categories", Access.Public, ShopGroupReads.Categories) with { Keep = Keep.Dataset },
        Operation.Get("listShopBrands", "/shop/brands", Access.Public, ShopGroupReads.Brands) with { Keep = Keep.Dataset },
        Operation.Get("listShopCollections", "/shop/collections", Access.Public, ShopGroupReads.Collections) with { Keep = Keep.Dataset },
        Operation.Get("listShippingMethods", "/shop/shipping-methods", Access.Public, CheckoutReads.ShippingMethods) with
        {
            Keep = Keep.Dataset,
        },
        Operation.Get("listPaymentMethods", "/shop/payment-methods", Access.Public, CheckoutReads.PaymentMethods) with
        {
            Keep = Keep.Dataset,
        },
        Operation.Post("createOrder", "/shop/orders", Access.Optional, CreateOrder.Handle) with { Body = OrderBody },
        Operation.Get("listOrders", "/shop/orders", Access.Required, OrderReads.List),
        Operation.Get("getOrderPaymentStatus", "/shop/orders/{orderId}/payment-status", Access.Optional, OrderReads.PaymentStatus) with
        {
            SecretPath = true,
        },
    ];
}

using Bff.Contracts.Answers;
using Bff.Contracts.Shop;
using Bff.Upstream.Shop;

namespace Bff.Grains.Shop;

/// <summary>Where the oddities of v6's catalogue stop. Shop data come without a currency: it is the tenant's.</summary>
internal sealed class ShopMapping(string currency)
{
    public Product ToProduct(V6ProductSummary product) => new(
        product.Id,
        product.Name,
        product.Description,
        product.Slug,
        ToPrices(product.Price),
        product.SeoTitle,
        product.Status,
        product.ProductType,
        ToStock(product.Stock),
        [.. product.Categories.Select(ToGroup)],
        product.Brand is { } brand ? ToGroup(brand) : null,
        [.. product.Collections.Select(ToGroup)],
        product.IsVariable,
        product.IsFeatured,
        product.Image,
        product.Reviews is { } reviews ? new ReviewSummary(reviews.AverageRating, reviews.ReviewCount) : null);

    public ProductDetail ToDetail(V6Product product) => new(
        ToProduct(product.Summary),
        product.Sku,
        product.SeoDescription,
        [.. product.Images.Select(image => new ProductImage(
            image.Src, image.Alt, image.Blurhash, image.ThumbUrl, image.MediumUrl, image.Width, image.Height, image.IsPrimary))],
        [.. product.Options.OrderBy(option => option.Position).Select(option => new ProductOption(
            option.Id, option.Name, option.Required, [.. option.Values.OrderBy(value => value.Position).Select(value => value.Value)]))],
        [.. product.Variations.Select(ToVariant)]);

    public ShippingMethod ToShippingMethod(V6ShippingMethod method) =>
        new(method.Id, method.Name, method.Description, Money(method.Cost), OptionalMoney(method.FreeShippingThreshold), method.EstimatedDays);

    public static ProductCategory ToCategory(V6ShopCategory category) => new(
        category.Id, category.Name, category.Slug, category.Description, category.ImageUrl, category.ParentId, category.IsFeatured, category.ProductCount);

    public static ShopGroup ToGroup(V6ShopGroup group) =>
        new(group.Id, group.Name, group.Slug, group.Description, group.ImageUrl, group.SortOrder, group.ProductCount);

    public static PaymentMethod ToPaymentMethod(V6PaymentMethod method) =>
        new(method.Id, method.Name, method.Type, method.Instructions, method.HasGateway, method.Position);

    public Order ToOrder(V6Order order) => new(
        order.OrderId,
        order.OrderNumber,
        order.Status,
        OptionalMoney(order.Subtotal),
        OptionalMoney(order.DiscountAmount),
        OptionalMoney(order.ShippingCost),
        Money(order.TotalAmount),
        [.. order.Items.Select(line => new OrderLine(
            line.ProductId, line.VariationId, line.ProductName, line.Quantity, Money(line.UnitPrice), Money(line.LineTotal), line.LineType))],
        order.CreatedAt,
        order.PaymentUrl,
        order.PaymentInstructions);

    public static OrderPaymentStatus ToPaymentStatus(V6OrderPayment payment) =>
        new(payment.OrderId, payment.OrderStatus, payment.PaymentStatus, payment.PaidAt);

    private ProductVariant ToVariant(V6ProductVariation variant) => new(
        variant.Id,
        variant.Name,
        variant.Sku,
        ToPrices(variant.Price),
        ToStock(variant.Stock),
        [.. variant.SelectedOptions.Select(option => new SelectedOption(option.OptionName, option.Value))]);

    private ProductPrices ToPrices(V6Price price) => new(
        OptionalMoney(price.List ?? price.Regular),
        OptionalMoney(price.Sale ?? price.Discount),
        OptionalMoney(price.Member),
        OptionalMoney(price.Effective(forMember: false)));

    private static ProductStock ToStock(V6Stock stock) => new(stock.RawState, stock.Quantity, stock.IsTracked);

    private static ProductGroup ToGroup(V6GroupRef group) => new(group.Id, group.Name, group.Slug);

    private Money Money(decimal amount) => new(amount, currency);

    private Money? OptionalMoney(decimal? amount) => amount is { } known ? Money(known) : null;
}

using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Shop;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Connections;
using Bff.Gateway.Graph.Errors;
using GraphQL;
using GraphQL.Types;

namespace Bff.Gateway.Shop;

/// <summary>What can be read of the shop.</summary>
internal static class ShopQueries
{
    private const int MaxSlugLength = 200;
    private static readonly TimeSpan CatalogMaxAge = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ProductMaxAge = TimeSpan.FromSeconds(10);

    public static void AddShopQueries(this ObjectGraphType query)
    {
        query.AddProducts();
        query.Field<ProductType, Product>("product")
            .Description("One product by its slug, or by its id when it has none; null when there is none. Source: v6 getProduct.")
            .Argument<NonNullGraphType<StringGraphType>>("slug", "Slug, or the id of a product without one.")
            .PublicFor(ProductMaxAge)
            .Reads(CacheAreas.Products)
            .Answers(async c => (await c.Request().Shop().ProductAsync(c.GetSlug("slug"))).Select(detail => detail.Product));
        query.AddList<ProductCategoryType, ProductCategory>("productCategories", CacheAreas.ProductCategories, "Product categories. Source: v6 listShopCategories.", shop => shop.CategoriesAsync());
        query.AddList<BrandType, ShopGroup>("brands", CacheAreas.Brands, "Brands. Source: v6 listShopBrands.", shop => shop.BrandsAsync());
        query.AddList<CollectionType, ShopGroup>("collections", CacheAreas.Collections, "Collections of products. Source: v6 listShopCollections.", shop => shop.CollectionsAsync());
        query.AddList<ShippingMethodType, ShippingMethod>("shippingMethods", CacheAreas.ShippingMethods, "Delivery options. Source: v6 listShippingMethods.", shop => shop.ShippingMethodsAsync());
        query.AddList<PaymentMethodType, PaymentMethod>("paymentMethods", CacheAreas.PaymentMethods, "Ways to pay. Source: v6 listPaymentMethods.", shop => shop.PaymentMethodsAsync());
        query.Field<OrderPaymentStatusType, OrderPaymentStatus>("orderPaymentStatus")
            .Description("Where the payment of an order stands, asked anew each time; null when there is no such order. Source: v6 getOrderPaymentStatus.")
            .Argument<NonNullGraphType<IdGraphType>>("orderId", "Key of the order.")
            .Private()
            .Answers(async c => await c.Request().Shop().Catalog.GetPaymentStatusAsync(
                new OrderPaymentQuery(await c.Request().CallerAsync(), c.GetId("orderId"))));
    }

    private static void AddProducts(this ObjectGraphType query) =>
        query.AddFilteredConnection<ProductType, Product>(
                "products",
                $"The products, in v6's order. Filters and sort are answered here from the whole catalogue (v6 has no such arguments), up to {ProductFilter.MaxCatalog} products; "
                + "beyond that they answer CATALOG_TOO_LARGE. Source: v6 listProducts.",
                product => product.Id,
                context =>
                {
                    var filter = FilterOf(context);
                    return new FilteredPages<Product>(page => context.Request().Shop().PageAsync(filter, page), filter == ProductFilter.None ? null : filter.ToString());
                })
            .Argument<StringGraphType>("categorySlug", "Only products of this category.")
            .Argument<StringGraphType>("brandSlug", "Only products of this brand.")
            .Argument<StringGraphType>("collectionSlug", "Only products of this collection.")
            .Argument<BooleanGraphType>("featured", "Only products that the merchant puts forward, or only the others.")
            .Argument<ProductSortType>("sort", "In which order; v6's own when left out.")
            .PublicFor(CatalogMaxAge)
            .Reads(CacheAreas.Products);

    private static ProductFilter FilterOf(IResolveFieldContext context) => new(
        SlugOf(context, "categorySlug"),
        SlugOf(context, "brandSlug"),
        SlugOf(context, "collectionSlug"),
        context.GetArgument<bool?>("featured"),
        context.GetArgument<ProductSort?>("sort") ?? ProductSort.Default);

    private static string? SlugOf(IResolveFieldContext context, string argument)
    {
        var slug = context.GetArgument<string?>(argument);
        return slug?.Length > MaxSlugLength ? throw new BadInputError(argument, $"may have at most {MaxSlugLength} characters.") : slug;
    }

    private static void AddList<TGraphType, T>(
        this ObjectGraphType query, string name, CacheArea area, string description, Func<ShopReads, ValueTask<Answer<ItemList<T>>>> ask)
        where TGraphType : IGraphType =>
        query.Field<ListGraphType<NonNullGraphType<TGraphType>>, ItemList<T>>(name)
            .Description(description)
            .PublicFor(CatalogMaxAge)
            .Reads(area)
            .Answers(c => ask(c.Request().Shop()));
}

internal sealed class ProductSortType : EnumerationGraphType<ProductSort>
{
    public ProductSortType()
    {
        Name = "ProductSort";
        Description = "Order of products. DEFAULT is v6's own; without a price last.";
    }
}

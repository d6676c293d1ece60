using Bff.Contracts.Shop;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Shop;

internal sealed class ProductCategoryType : ObjectGraphType<ProductCategory>
{
    public ProductCategoryType()
    {
        Name = "ProductCategory";
        Description = "A product category. Source: v6 listShopCategories.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Category id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("slug").Description("URL part: the categorySlug of products.").Resolve(c => c.Source.Slug);
        Field<StringGraphType>("description").Description("Text.").Resolve(c => c.Source.Description);
        Field<UrlScalar>("image").Description("Picture.").Resolve(c => c.Source.Image);
        Field<IdGraphType>("parentId").Description("Category above; null at the top.").Resolve(c => c.Source.ParentId);
        Field<NonNullGraphType<BooleanGraphType>>("isFeatured").Description("The merchant puts it forward.").Resolve(c => c.Source.IsFeatured);
        Field<NonNullGraphType<IntGraphType>>("productCount").Description("Products in it.").Resolve(c => c.Source.ProductCount);
    }
}

internal abstract class ShopGroupType : ObjectGraphType<ShopGroup>
{
    protected ShopGroupType(string name, string description, string slugArgument)
    {
        Name = name;
        Description = description;
        Field<NonNullGraphType<IdGraphType>>("id").Description("Its id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("slug").Description($"URL part: the {slugArgument} of products.").Resolve(c => c.Source.Slug);
        Field<StringGraphType>("description").Description("Text.").Resolve(c => c.Source.Description);
        Field<UrlScalar>("image").Description("Picture.").Resolve(c => c.Source.Image);
        Field<NonNullGraphType<IntGraphType>>("sortOrder").Description("Ascending display position.").Resolve(c => c.Source.SortOrder);
        Field<NonNullGraphType<IntGraphType>>("productCount").Description("Products in it.").Resolve(c => c.Source.ProductCount);
    }
}

internal sealed class BrandType() : ShopGroupType("Brand", "A brand. Source: v6 listShopBrands.", "brandSlug");

internal sealed class CollectionType() : ShopGroupType("Collection", "A collection of products. Source: v6 listShopCollections.", "collectionSlug");

internal sealed class ShippingMethodType : ObjectGraphType<ShippingMethod>
{
    public ShippingMethodType()
    {
        Name = "ShippingMethod";
        Description = "A delivery option. Source: v6 listShippingMethods.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Method id: the shippingMethodId of an order.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("description").Description("Text.").Resolve(c => c.Source.Description);
        Field<NonNullGraphType<MoneyType>>("cost").Description("Fee.").Resolve(c => c.Source.Cost);
        Field<MoneyType>("freeShippingThreshold")
            .Description("Cart total from which the fee falls away; with a fee of 0 the method is locked below it.")
            .Resolve(c => c.Source.FreeShippingThreshold);
        Field<StringGraphType>("estimatedDays").Description("Delivery time as free text.").Resolve(c => c.Source.EstimatedDays);
    }
}

internal sealed class PaymentMethodType : ObjectGraphType<PaymentMethod>
{
    public PaymentMethodType()
    {
        Name = "PaymentMethod";
        Description = "A way to pay at checkout. Source: v6 listPaymentMethods.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Method id: the paymentMethodId of an order.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<NonNullGraphType<StringGraphType>>("type").Description("Kind of method; open set.").Resolve(c => c.Source.Type);
        Field<StringGraphType>("instructions").Description("What the payer has to do, for manual methods.").Resolve(c => c.Source.Instructions);
        Field<NonNullGraphType<BooleanGraphType>>("hasGateway").Description("Paid online; false means by hand, following the instructions.").Resolve(c => c.Source.HasGateway);
        Field<NonNullGraphType<IntGraphType>>("position").Description("Ascending display position.").Resolve(c => c.Source.Position);
    }
}

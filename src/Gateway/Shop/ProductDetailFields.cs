using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Shop;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Shop;

/// <summary>The fields that lists do not carry: each reads the product's own page, which all of them share.</summary>
internal static class ProductDetailFields
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(10);

    public static void AddDetailFields(this ObjectGraphType<Product> product)
    {
        product.Field<StringGraphType, string>("sku").Description("Stock keeping unit. Source: v6 getProduct.").PublicFor(MaxAge).Detail(detail => detail.Sku);
        product.Field<StringGraphType, string>("seoDescription").Description("Description for search engines. Source: v6 getProduct.").PublicFor(MaxAge).Detail(detail => detail.SeoDescription);
        product.Field<ListGraphType<NonNullGraphType<ProductImageType>>, ItemList<ProductImage>>("images")
            .Description("Pictures. Source: v6 getProduct.").PublicFor(MaxAge).Detail(detail => new(detail.Images));
        product.Field<ListGraphType<NonNullGraphType<ProductOptionType>>, ItemList<ProductOption>>("options")
            .Description("What can be chosen, such as size. Source: v6 getProduct.").PublicFor(MaxAge).Detail(detail => new(detail.Options));
        product.Field<ListGraphType<NonNullGraphType<ProductVariantType>>, ItemList<ProductVariant>>("variants")
            .Description("What can be ordered when isVariable. Source: v6 getProduct.").PublicFor(MaxAge).Detail(detail => new(detail.Variants));
    }

    private static void Detail<T>(this GraphQL.Builders.FieldBuilder<Product, T> field, Func<ProductDetail, T?> read)
        where T : class =>
        field.Reads(CacheAreas.Products).Answers(async c => (await c.Request().Shop().ProductAsync(c.Source)).Select(read));
}

internal sealed class ProductImageType : ObjectGraphType<ProductImage>
{
    public ProductImageType()
    {
        Name = "ProductImage";
        Description = "Picture of a product. Source: v6 getProduct.";
        Field<NonNullGraphType<UrlScalar>>("url").Description("Full size.").Resolve(c => c.Source.Url);
        Field<StringGraphType>("alt").Description("Alternative text.").Resolve(c => c.Source.Alt);
        Field<StringGraphType>("blurhash").Description("Placeholder hash.").Resolve(c => c.Source.Blurhash);
        Field<UrlScalar>("thumbUrl").Description("Thumbnail.").Resolve(c => c.Source.ThumbUrl);
        Field<UrlScalar>("mediumUrl").Description("Medium size.").Resolve(c => c.Source.MediumUrl);
        Field<IntGraphType>("width").Description("Width, in pixels.").Resolve(c => c.Source.Width);
        Field<IntGraphType>("height").Description("Height, in pixels.").Resolve(c => c.Source.Height);
        Field<NonNullGraphType<BooleanGraphType>>("isPrimary").Description("The main picture.").Resolve(c => c.Source.IsPrimary);
    }
}

internal sealed class ProductOptionType : ObjectGraphType<ProductOption>
{
    public ProductOptionType()
    {
        Name = "ProductOption";
        Description = "Something to choose, such as size. Source: v6 getProduct.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Option id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<NonNullGraphType<BooleanGraphType>>("required").Description("It has to be chosen.").Resolve(c => c.Source.Required);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("values").Description("What can be chosen, in display order.").Resolve(c => c.Source.Values);
    }
}

internal sealed class ProductVariantType : ObjectGraphType<ProductVariant>
{
    public ProductVariantType()
    {
        Name = "ProductVariant";
        Description = "One orderable variant. Source: v6 getProduct.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Variant id: the variantId of an order line.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("sku").Description("Stock keeping unit.").Resolve(c => c.Source.Sku);
        Field<MoneyType>("price").Description("List price.").Resolve(c => c.Source.Prices.List);
        Field<MoneyType>("discountPrice").Description("Price during a sale.").Resolve(c => c.Source.Prices.Discount);
        Field<MoneyType>("memberPrice").Description("Price for members.").Resolve(c => c.Source.Prices.Member);
        Field<MoneyType>("effectivePrice").Description("What somebody without membership pays.").Resolve(c => c.Source.Prices.Effective);
        this.AddStockFields(variant => variant.Stock);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SelectedOptionType>>>>("selectedOptions").Description("Its value for each option.").Resolve(c => c.Source.SelectedOptions);
    }
}

internal sealed class SelectedOptionType : ObjectGraphType<SelectedOption>
{
    public SelectedOptionType()
    {
        Name = "SelectedOption";
        Description = "The value that a variant has for an option. Source: v6 getProduct.";
        Field<NonNullGraphType<StringGraphType>>("option").Description("Option, for example Size.").Resolve(c => c.Source.Option);
        Field<NonNullGraphType<StringGraphType>>("value").Description("Value, for example L.").Resolve(c => c.Source.Value);
    }
}

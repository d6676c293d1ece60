using Bff.Contracts.Shop;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Shop;

internal sealed class ProductType : ObjectGraphType<Product>
{
    public ProductType()
    {
        Name = "Product";
        Description = "A product. Source: v6 listProducts, getProduct.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Product id: the productId of an order line.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("description").Description("Text; may hold HTML as the merchant wrote it.").Resolve(c => c.Source.Description);
        Field<StringGraphType>("slug").Description("URL part; null for a product that only its id addresses.").Resolve(c => c.Source.Slug);
        Field<MoneyType>("price").Description("List price; the currency is the shop's.").Resolve(c => c.Source.Prices.List);
        Field<MoneyType>("discountPrice").Description("Price during a sale.").Resolve(c => c.Source.Prices.Discount);
        Field<MoneyType>("memberPrice").Description("Price for members.").Resolve(c => c.Source.Prices.Member);
        Field<MoneyType>("effectivePrice").Description("What somebody without membership pays: the sale price, else the list price.").Resolve(c => c.Source.Prices.Effective);
        Field<StringGraphType>("seoTitle").Description("Title for search engines.").Resolve(c => c.Source.SeoTitle);
        Field<StringGraphType>("status").Description("Publication state as v6 writes it; open set.").Resolve(c => c.Source.Status);
        Field<StringGraphType>("productType").Description("Kind of product as v6 writes it, such as one_time or subscription; open set.").Resolve(c => c.Source.ProductType);
        this.AddStockFields(product => product.Stock);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ProductGroupType>>>>("categories").Description("Categories it is in.").Resolve(c => c.Source.Categories);
        Field<ProductGroupType>("brand").Description("Its brand.").Resolve(c => c.Source.Brand);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ProductGroupType>>>>("collections").Description("Collections it is in.").Resolve(c => c.Source.Collections);
        Field<NonNullGraphType<BooleanGraphType>>("isVariable").Description("A variant has to be chosen before ordering.").Resolve(c => c.Source.IsVariable);
        Field<NonNullGraphType<BooleanGraphType>>("isFeatured").Description("The merchant puts it forward.").Resolve(c => c.Source.IsFeatured);
        Field<UrlScalar>("image").Description("Main picture.").Resolve(c => c.Source.Image);
        Field<ReviewSummaryType>("reviewSummary").Description("Review totals.").Resolve(c => c.Source.Reviews);
        this.AddDetailFields();
    }
}

internal sealed class ProductGroupType : ObjectGraphType<ProductGroup>
{
    public ProductGroupType()
    {
        Name = "ProductGroup";
        Description = "A category, brand or collection that a product is in. Source: v6 listProducts, getProduct.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Its id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("slug").Description("URL part.").Resolve(c => c.Source.Slug);
    }
}

internal sealed class ReviewSummaryType : ObjectGraphType<ReviewSummary>
{
    public ReviewSummaryType()
    {
        Name = "ReviewSummary";
        Description = "Review totals of a product. Source: v6 listProducts, getProduct.";
        Field<NonNullGraphType<DecimalScalar>>("averageRating").Description("Mean rating.").Resolve(c => c.Source.AverageRating);
        Field<NonNullGraphType<IntGraphType>>("reviewCount").Description("Number of reviews.").Resolve(c => c.Source.ReviewCount);
    }
}

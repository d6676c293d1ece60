using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Shop;

namespace Bff.Grains.Shop;

/// <summary>What a filter keeps of a catalogue, and in which order. Equal prices and names stay in v6's order.</summary>
internal static class ProductFiltering
{
    public static ItemList<Product> Apply(this ProductFilter filter, ItemList<Product> catalog) =>
        new([.. filter.Sorted(catalog.Items.Where(filter.Keeps))]);

    /// <summary>Page <paramref name="number"/>, from 1.</summary>
    public static CatalogPage<Product> PageOf(ItemList<Product> products, int number)
    {
        var rows = products.Items;
        var start = (long)(number - 1) * CatalogPageRequest.PageSize;
        ImmutableArray<Product> page = start >= rows.Length ? [] : [.. rows.AsSpan((int)start, Math.Min(CatalogPageRequest.PageSize, rows.Length - (int)start))];
        return new CatalogPage<Product>(page, number, start + page.Length < rows.Length, rows.Length);
    }

    private static bool Keeps(this ProductFilter filter, Product product) =>
        (filter.CategorySlug is null || product.Categories.Any(category => category.Slug == filter.CategorySlug))
        && (filter.BrandSlug is null || product.Brand?.Slug == filter.BrandSlug)
        && (filter.CollectionSlug is null || product.Collections.Any(collection => collection.Slug == filter.CollectionSlug))
        && (filter.Featured is null || product.IsFeatured == filter.Featured);

    private static IEnumerable<Product> Sorted(this ProductFilter filter, IEnumerable<Product> products) => filter.Sort switch
    {
        ProductSort.Name => products.OrderBy(product => product.Name, StringComparer.Ordinal),
        ProductSort.PriceAscending => products.OrderBy(product => product.Prices.Effective?.Amount ?? decimal.MaxValue),
        ProductSort.PriceDescending => products.OrderByDescending(product => product.Prices.Effective?.Amount ?? decimal.MinValue),
        _ => products,
    };
}

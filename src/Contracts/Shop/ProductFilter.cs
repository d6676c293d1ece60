namespace Bff.Contracts.Shop;

/// <summary>Order of a filtered catalog.</summary>
public enum ProductSort
{
    /// <summary>As v6 lists them.</summary>
    Default,

    /// <summary>By name, A first.</summary>
    Name,

    /// <summary>Cheapest first; without price last.</summary>
    PriceAscending,

    /// <summary>Dearest first; without price last.</summary>
    PriceDescending,
}

/// <summary>
/// Narrows and orders the catalog. v6's public contract has no such arguments (notes V30), so it is answered from the whole catalog, which the owner
/// reads once.
/// </summary>
/// <param name="CategorySlug">Only products of this category.</param>
/// <param name="BrandSlug">Only products of this brand.</param>
/// <param name="CollectionSlug">Only products of this collection.</param>
/// <param name="Featured">Only products that the merchant puts forward, or only the others.</param>
/// <param name="Sort">In which order.</param>
[GenerateSerializer, Immutable, Alias("bff.product-filter")]
public sealed record ProductFilter(
    [property: Id(0)] string? CategorySlug,
    [property: Id(1)] string? BrandSlug,
    [property: Id(2)] string? CollectionSlug,
    [property: Id(3)] bool? Featured,
    [property: Id(4)] ProductSort Sort)
{
    /// <summary>Most products of a catalog that can be filtered; with more, filters answer <c>CATALOG_TOO_LARGE</c>.</summary>
    public const int MaxCatalog = 20_000;

    /// <summary>All products, as v6 lists them.</summary>
    public static ProductFilter None { get; } = new(null, null, null, null, ProductSort.Default);
}

/// <summary>Asks for one page of a filtered catalog.</summary>
/// <param name="Filter">What to keep, in which order.</param>
/// <param name="Number">Page wanted, from 1; pages have <see cref="Catalog.CatalogPageRequest.PageSize"/> rows.</param>
/// <param name="Search">Words to look for; v6 looks, the filter keeps.</param>
[GenerateSerializer, Immutable, Alias("bff.product-page-request")]
public sealed record ProductPageRequest([property: Id(0)] ProductFilter Filter, [property: Id(1)] int Number, [property: Id(2)] string? Search);

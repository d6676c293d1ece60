using System.Collections.Immutable;

namespace Bff.Contracts.Catalog;

/// <summary>One page of a long list, cut as v6 cuts it: <see cref="CatalogPageRequest.PageSize"/> rows, the first page is 1.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Number">Which page this is, from 1.</param>
/// <param name="HasNext">A later page exists.</param>
/// <param name="Total">Rows over all pages; null when v6 did not say (notes V2).</param>
[GenerateSerializer, Immutable, Alias("bff.catalog-page`1")]
public sealed record CatalogPage<T>(
    [property: Id(0)] ImmutableArray<T> Items,
    [property: Id(1)] int Number,
    [property: Id(2)] bool HasNext,
    [property: Id(3)] int? Total);

namespace Bff.Contracts.Catalog;

/// <summary>
/// Asks for one page of a catalog. Pages have one fixed size, whatever a client asked for, so that all clients share the same
/// few cached pages; the gateway cuts a connection's window out of them.
/// </summary>
/// <param name="Number">Page wanted, from 1.</param>
/// <param name="Search">Words to look for, trimmed; null for the whole catalog.</param>
[GenerateSerializer, Immutable, Alias("bff.catalog-page-request")]
public sealed record CatalogPageRequest([property: Id(0)] int Number, [property: Id(1)] string? Search)
{
    /// <summary>Rows per page: the most that v6 gives at once.</summary>
    public const int PageSize = 100;
}

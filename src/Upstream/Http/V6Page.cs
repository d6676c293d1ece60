using System.Collections.Immutable;

namespace Bff.Upstream.Http;

/// <summary>Rows of a list, in whichever form v6 sent them (notes V2, V17, V37).</summary>
/// <param name="Items">The rows that could be read, in v6's order.</param>
/// <param name="Total">Rows over all pages; null when v6 did not say.</param>
/// <param name="HasNext">A later page exists; without a word from v6, whether this page is full.</param>
internal sealed record V6Page<T>(ImmutableArray<T> Items, int? Total, bool HasNext);

/// <summary>Window into one of the four lists that page: services, posts, events and products.</summary>
/// <param name="Number">Page wanted, from 1.</param>
/// <param name="Size">Rows per page, 1–100.</param>
/// <param name="Search">Words to look for; null or empty for all rows.</param>
internal sealed record V6PageQuery(int Number = 1, int Size = 100, string? Search = null);

using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Upstream.Http;

namespace Bff.Grains.Caching;

/// <summary>From a list as v6 sent it to the lists of the contracts.</summary>
internal static class PageMapping
{
    public static CatalogPage<TOut> ToCatalogPage<TIn, TOut>(this V6Page<TIn> page, int number, Func<TIn, TOut> map) =>
        new([.. page.Items.Select(map)], number, page.HasNext, page.Total);

    public static ItemList<TOut> ToItemList<TIn, TOut>(this V6Page<TIn> page, Func<TIn, TOut> map) =>
        new([.. page.Items.Select(map)]);
}

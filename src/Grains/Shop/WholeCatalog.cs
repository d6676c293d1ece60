using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Shop;

namespace Bff.Grains.Shop;

/// <summary>
/// Reads every page of a catalogue, for what v6's public contract cannot filter or sort (notes V30):
/// <list type="number">
/// <item>The first page says how many there are; more than <see cref="ProductFilter.MaxCatalog"/> is refused before the rest is read.</item>
/// <item>The other pages are read through the same cache as everybody's, a few at a time.</item>
/// <item>One page that fails fails the whole: half a catalogue would look like products that are gone. A product that moved from one page to
/// another while the pages were read is taken once.</item>
/// <item>The whole is as old as its oldest page, fresh as long as the first of them that ends, and stale when one of them is.</item>
/// </list>
/// </summary>
internal static class WholeCatalog
{
    private const int PagesAtATime = 4;

    public static async Task<Answer<ItemList<Product>>> ReadAsync(Func<int, Task<Answer<CatalogPage<Product>>>> page)
    {
        // Step 1
        var first = await page(1);
        if (!first.IsFound)
        {
            return first.Select(_ => (ItemList<Product>?)null);
        }

        if (first.Value.Total > ProductFilter.MaxCatalog)
        {
            return Answer<ItemList<Product>>.Failed(new Failure(ErrorCodes.CatalogTooLarge));
        }

        // Steps 2 and 3
        var whole = first;
        var products = ImmutableArray.CreateBuilder<Product>(first.Value.Total ?? first.Value.Items.Length);
        products.AddRange(first.Value.Items);
        for (var next = 2; ; next += PagesAtATime)
        {
            if (IsEnd(first.Value, next))
            {
                break;
            }

            var answers = await Task.WhenAll(Enumerable.Range(next, PagesAtATime).Where(number => !IsBeyond(first.Value, number)).Select(page));
            if (answers.FirstOrDefault(answer => answer.IsFailed) is { } failed)
            {
                return Answer<ItemList<Product>>.Failed(failed.Failure!);
            }

            whole = answers.Aggregate(whole, Older);
            products.AddRange(answers.SelectMany(answer => answer.Value?.Items ?? []));
            if (products.Count > ProductFilter.MaxCatalog)
            {
                return Answer<ItemList<Product>>.Failed(new Failure(ErrorCodes.CatalogTooLarge));
            }

            if (answers.Any(answer => answer.Value is not { HasNext: true }))
            {
                break;
            }
        }

        return whole.Select(_ => new ItemList<Product>([.. products.DistinctBy(product => product.Id)]));
    }

    // Step 4
    private static Answer<CatalogPage<Product>> Older(Answer<CatalogPage<Product>> whole, Answer<CatalogPage<Product>> page) => whole with
    {
        AsOf = page.AsOf < whole.AsOf ? page.AsOf : whole.AsOf,
        FreshUntil = page.FreshUntil < whole.FreshUntil ? page.FreshUntil : whole.FreshUntil,
        Version = Math.Min(page.Version, whole.Version),
        IsStale = whole.IsStale || page.IsStale,
    };

    private static bool IsEnd(CatalogPage<Product> first, int next) => !first.HasNext || IsBeyond(first, next);

    private static bool IsBeyond(CatalogPage<Product> first, int number) =>
        first.Total is { } total && (number - 1) * CatalogPageRequest.PageSize >= total;
}

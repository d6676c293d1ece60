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
/// </list>
/// </summary>
internal static class WholeCatalog
{
    private const int PagesAtATime = 4;

    public static async Task<Fetched<ItemList<Product>>> ReadAsync(Func<int, Task<Answer<CatalogPage<Product>>>> page)
    {
        // Step 1
        var first = await page(1);
        if (!first.IsFound)
        {
            return new Fetched<ItemList<Product>>(null, first.Failure);
        }

        if (first.Value.Total > ProductFilter.MaxCatalog)
        {
            return Fetched<ItemList<Product>>.Failed(new Failure(ErrorCodes.CatalogTooLarge));
        }

        // Steps 2 and 3
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
                return Fetched<ItemList<Product>>.Failed(failed.Failure!);
            }

            products.AddRange(answers.SelectMany(answer => answer.Value?.Items ?? []));
            if (products.Count > ProductFilter.MaxCatalog)
            {
                return Fetched<ItemList<Product>>.Failed(new Failure(ErrorCodes.CatalogTooLarge));
            }

            if (answers.Any(answer => answer.Value is not { HasNext: true }))
            {
                break;
            }
        }

        return Fetched<ItemList<Product>>.Found(new ItemList<Product>([.. products.DistinctBy(product => product.Id)]));
    }

    private static bool IsEnd(CatalogPage<Product> first, int next) => !first.HasNext || IsBeyond(first, next);

    private static bool IsBeyond(CatalogPage<Product> first, int number) =>
        first.Total is { } total && (number - 1) * CatalogPageRequest.PageSize >= total;
}

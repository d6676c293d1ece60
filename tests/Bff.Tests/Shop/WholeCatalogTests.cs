using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Shop;
using Bff.Grains.Shop;

namespace Bff.Tests.Shop;

/// <summary>A whole catalogue is all of its pages or nothing, and no younger than the oldest of them.</summary>
public sealed class WholeCatalogTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
    private readonly List<int> read = [];

    [Fact]
    public async Task One_that_is_too_large_is_refused_after_its_first_page()
    {
        var whole = await WholeCatalog.ReadAsync(number => Page(number, total: ProductFilter.MaxCatalog + 1));

        whole.Failure!.Code.ShouldBe(ErrorCodes.CatalogTooLarge);
        read.ShouldBe([1]);
    }

    [Fact]
    public async Task One_that_does_not_say_how_large_it_is_is_refused_when_it_has_turned_out_to_be()
    {
        var whole = await WholeCatalog.ReadAsync(number => Page(number, total: null));

        whole.Failure!.Code.ShouldBe(ErrorCodes.CatalogTooLarge);
        read.Count.ShouldBeInRange(ProductFilter.MaxCatalog / CatalogPageRequest.PageSize, (ProductFilter.MaxCatalog / CatalogPageRequest.PageSize) + 4);
    }

    [Fact]
    public async Task The_largest_that_is_allowed_is_read()
    {
        var whole = await WholeCatalog.ReadAsync(number => Page(number, ProductFilter.MaxCatalog));

        whole.Value!.Items.Length.ShouldBe(ProductFilter.MaxCatalog);
    }

    [Fact]
    public async Task It_is_as_old_as_its_oldest_page_and_stale_when_one_of_them_is()
    {
        var whole = await WholeCatalog.ReadAsync(number => Page(number, 300, answer => number switch
        {
            2 => answer with { AsOf = Now.AddHours(-1), Version = 3 },
            3 => answer with { FreshUntil = Now.AddSeconds(1), IsStale = true },
            _ => answer,
        }));

        (whole.AsOf, whole.FreshUntil, whole.Version, whole.IsStale).ShouldBe((Now.AddHours(-1), Now.AddSeconds(1), 3, true));
        whole.Value!.Items.Length.ShouldBe(300);
    }

    [Fact]
    public async Task A_page_that_fails_fails_the_whole()
    {
        var whole = await WholeCatalog.ReadAsync(number => number == 2
            ? Task.FromResult(Answer<CatalogPage<Product>>.Failed(new Failure(ErrorCodes.UpstreamTimeout, Retryable: true)))
            : Page(number, 300));

        whole.Failure!.Code.ShouldBe(ErrorCodes.UpstreamTimeout);
    }

    private Task<Answer<CatalogPage<Product>>> Page(int number, int? total, Func<Answer<CatalogPage<Product>>, Answer<CatalogPage<Product>>>? change = null)
    {
        lock (read)
        {
            read.Add(number);
        }

        var rows = Enumerable.Range(((number - 1) * CatalogPageRequest.PageSize) + 1, CatalogPageRequest.PageSize).Where(id => id <= (total ?? int.MaxValue));
        var page = new CatalogPage<Product>([.. rows.Select(id => ProductOf($"{id}"))], number, total is null || number * CatalogPageRequest.PageSize < total, total);
        var answer = new Answer<CatalogPage<Product>>(page, null, Now, Now.AddSeconds(60), 9, IsStale: false);
        return Task.FromResult(change?.Invoke(answer) ?? answer);
    }

    private static Product ProductOf(string id) => new(
        id, $"Product {id}", null, null, new ProductPrices(null, null, null, null), null, null, null, new ProductStock("instock", null, null), [], null, [], false, false, null, null);
}

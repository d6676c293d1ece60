using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Shop;

/// <summary>listProducts and getProduct.</summary>
internal static class ProductReads
{
    public static Reply List(Call call)
    {
        var catalog = Catalog(call);
        var stock = Stock(call);
        var found = SearchWords.Of(call).Filter(catalog.Products, product => product.Seed.Name);
        return Reply.Page(call, found, product => ProductJson.Summary(product, catalog, stock));
    }

    public static Reply Get(Call call)
    {
        var catalog = Catalog(call);
        return catalog.Find(call.Id) is { } product
            ? Reply.Ok(ProductJson.Detail(product, catalog, Stock(call)))
            : Reply.NotFound();
    }

    public static ProductCatalog Catalog(Call call) => call.Tenant.Data.Part(data => ProductCatalog.Load(data, call.Now));

    private static StockBook Stock(Call call) => call.Tenant.Part(StockBook.Create);
}

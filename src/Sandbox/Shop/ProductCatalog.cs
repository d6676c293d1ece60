using System.Globalization;
using Bff.Sandbox.Tenants;
using NodaTime;

namespace Bff.Sandbox.Shop;

/// <summary>A category, brand or collection with its number and the products in it.</summary>
internal sealed record ShopGroup(int Number, GroupSeed Seed, int ProductCount);

/// <summary>The products of one set of sample data. Built when first asked for: one of them has 10,000.</summary>
internal sealed class ProductCatalog
{
    private readonly Dictionary<string, Product> _bySlug;

    private ProductCatalog(string name, ShopSeeds seeds, Instant now)
    {
        Name = name;
        var generated = seeds.Generated is { } spec ? ProductGenerator.Generate(spec, seeds.Products.Count) : [];
        Products = [.. seeds.Products.Concat(generated).Select((seed, i) => new Product(seed, i + 1, CreatedAt(i, now)))];
        _bySlug = Products.Where(p => p.Seed.Slug is not null).ToDictionary(p => p.Seed.Slug!, StringComparer.Ordinal);
        Categories = Groups(seeds.Categories, p => p.Categories);
        Brands = Groups(seeds.Brands, p => p.Brand is { } brand ? [brand] : []);
        Collections = Groups(seeds.Collections, p => p.Collections);
    }

    public string Name { get; }

    /// <summary>In the order of their ids, which begin at 1.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>By slug, in the order of the sample data.</summary>
    public OrderedDictionary<string, ShopGroup> Categories { get; }

    public OrderedDictionary<string, ShopGroup> Brands { get; }

    public OrderedDictionary<string, ShopGroup> Collections { get; }

    public static ProductCatalog Load(Dataset data, Instant now) => new(data.Name, data.Part(ShopSettings.Load).Seeds, now);

    public Product? Find(int id) => id >= 1 && id <= Products.Count ? Products[id - 1] : null;

    /// <summary>The product of this slug, else of this id.</summary>
    public Product? Find(string key) => _bySlug.TryGetValue(key, out var product) ? product
        : int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Find(id)
        : null;

    public (Product? Product, Variant? Variant) FindVariant(int id)
    {
        var product = Find(Product.ProductIdOf(id));
        return (product, product?.Variants.FirstOrDefault(v => v.Id == id));
    }

    private static Instant CreatedAt(int index, Instant now) =>
        Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 60 * 60) - Duration.FromDays(20 + (index * 7 % 700));

    private OrderedDictionary<string, ShopGroup> Groups(IReadOnlyList<GroupSeed> seeds, Func<ProductSeed, IReadOnlyList<string>> of)
    {
        var counts = Products.SelectMany(p => of(p.Seed)).CountBy(slug => slug).ToDictionary(StringComparer.Ordinal);
        var groups = new OrderedDictionary<string, ShopGroup>(StringComparer.Ordinal);
        foreach (var seed in seeds)
        {
            groups.Add(seed.Slug, new ShopGroup(groups.Count + 1, seed, counts.GetValueOrDefault(seed.Slug)));
        }

        return groups;
    }
}

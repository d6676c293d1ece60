namespace Bff.Sandbox.Shop;

/// <summary>Makes up products from lists of words, the same ones for the same seed.</summary>
internal static class ProductGenerator
{
    private static readonly string[] Collections = ["new-in", "gifts", "last-chance", "editors-picks"];

    public static IEnumerable<ProductSeed> Generate(GeneratedSeed spec, int written)
    {
        var dice = new Random(spec.Seed);
        var names = spec.Departments.SelectMany(department =>
            from line in spec.Lines
            from material in department.Materials
            from item in department.Items
            select (Department: department, Line: line, Material: material, Item: item)).ToArray();
        dice.Shuffle(names);
        return names.Take(spec.Count - written).Select((name, i) => Make(name.Department, name.Line, name.Material, name.Item, i, dice));
    }

    private static ProductSeed Make(DepartmentSeed department, string line, string material, ItemSeed item, int index, Random dice)
    {
        var name = $"{line} {material} {item.Name}";
        var list = RoundPrice(item.Low + (dice.NextDouble() * (item.High - item.Low)));
        var stock = DrawStock(dice);
        return new ProductSeed
        {
            Name = name,
            ShortName = $"{line} {item.Name}",
            Description = $"{item.Text} In {material.ToLowerInvariant()}, from our {line} line.",
            Slug = index % 250 == 249 ? null : SlugOf(name),
            Sku = FormattableString.Invariant($"{department.Category[..3].ToUpperInvariant()}-{index + 1:d5}"),
            Price = list,
            Discount = dice.Next(100) < 15 ? RoundPrice((double)list * 0.8) : null,
            Member = dice.Next(100) < 40 ? RoundPrice((double)list * 0.75) : null,
            Stock = item.Options.Count > 0 ? 0 : stock,
            Tracked = dice.Next(100) >= 5,
            HidesStock = index % 40 == 39,
            Categories = [item.Category, department.Category],
            Brand = department.Brands[dice.Next(department.Brands.Count)],
            Collections = dice.Next(100) < 20 ? [Collections[dice.Next(Collections.Length)]] : [],
            Featured = dice.Next(100) < 1,
            Images = dice.Next(100) < 1 ? 0 : dice.Next(1, 4),
            Rating = dice.Next(100) < 60 ? Math.Round(3.2m + (dice.Next(19) / 10m), 1) : null,
            Reviews = dice.Next(1, 400),
            Weight = Math.Round((decimal)(0.1 + (dice.NextDouble() * 4)), 2),
            Options = item.Options,
            Variants = [.. Combine(item.Options).Select((values, i) => new VariantSeed(values, DrawStock(dice)) { Price = list + (i * 4) })],
        };
    }

    /// <summary>Some sold out, some nearly, most not.</summary>
    private static int DrawStock(Random dice) => dice.Next(100) switch
    {
        < 3 => 0,
        < 11 => dice.Next(1, 6),
        _ => dice.Next(6, 250),
    };

    private static decimal RoundPrice(double amount) => Math.Round((decimal)amount) - 0.05m;

    private static string SlugOf(string name) =>
        string.Join('-', name.ToLowerInvariant().Split([' ', '’', '&'], StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<IReadOnlyList<string>> Combine(IReadOnlyList<OptionSeed> options) => options.Count == 0
        ? []
        : options.Aggregate<OptionSeed, IEnumerable<IReadOnlyList<string>>>(
            [[]], (rows, option) => rows.SelectMany(row => option.Values.Select(value => (IReadOnlyList<string>)[.. row, value])));
}

namespace Bff.Sandbox.Shop;

/// <summary>A product of the sample data.</summary>
internal sealed record ProductSeed
{
    public required string Name { get; init; }

    public string? ShortName { get; init; }

    public required string Description { get; init; }

    /// <summary>Null for a product that only its id addresses.</summary>
    public string? Slug { get; init; }

    public string? Sku { get; init; }

    public required decimal Price { get; init; }

    public decimal? Discount { get; init; }

    public decimal? Member { get; init; }

    /// <summary>Units at the start; variants have their own.</summary>
    public int Stock { get; init; }

    /// <summary>False for what never runs out.</summary>
    public bool Tracked { get; init; } = true;

    /// <summary>Lists leave the quantity out.</summary>
    public bool HidesStock { get; init; }

    public string Type { get; init; } = "one_time";

    /// <summary>Category slugs, the first one foremost.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Brand slug.</summary>
    public string? Brand { get; init; }

    /// <summary>Collection slugs.</summary>
    public IReadOnlyList<string> Collections { get; init; } = [];

    public bool Featured { get; init; }

    /// <summary>Number of pictures.</summary>
    public int Images { get; init; } = 1;

    /// <summary>Mean rating; null without reviews.</summary>
    public decimal? Rating { get; init; }

    public int Reviews { get; init; }

    public decimal? Weight { get; init; }

    public IReadOnlyList<OptionSeed> Options { get; init; } = [];

    public IReadOnlyList<VariantSeed> Variants { get; init; } = [];
}

internal sealed record OptionSeed(string Name, IReadOnlyList<string> Values);

/// <summary>A variant: one value of each option, in their order. Prices left out are the product's.</summary>
internal sealed record VariantSeed(IReadOnlyList<string> Values, int Stock)
{
    public decimal? Price { get; init; }

    public decimal? Discount { get; init; }

    public decimal? Member { get; init; }

    public string? Sku { get; init; }
}

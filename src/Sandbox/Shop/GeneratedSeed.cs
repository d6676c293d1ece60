namespace Bff.Sandbox.Shop;

/// <summary>How to make up products: each is one line, one material and one item of a department.</summary>
/// <param name="Count">Products in all, the written ones included.</param>
/// <param name="Seed">Seed of the dice: the same products on every start.</param>
/// <param name="Lines">Names of product lines.</param>
/// <param name="Departments">Departments.</param>
internal sealed record GeneratedSeed(int Count, int Seed, IReadOnlyList<string> Lines, IReadOnlyList<DepartmentSeed> Departments);

/// <summary>A department: its brands, what its things are made of, and the things.</summary>
internal sealed record DepartmentSeed(
    string Category, IReadOnlyList<string> Brands, IReadOnlyList<string> Materials, IReadOnlyList<ItemSeed> Items);

/// <summary>A kind of thing, priced between two figures.</summary>
internal sealed record ItemSeed(string Name, string Category, int Low, int High, string Text)
{
    /// <summary>What a customer chooses; variants are all combinations.</summary>
    public IReadOnlyList<OptionSeed> Options { get; init; } = [];
}

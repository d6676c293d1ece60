namespace Bff.Gateway.Graph;

/// <summary>What the product's schema is made of: one line for each feature and root type.</summary>
internal static class ProductSchema
{
    public static void Compose(SchemaRoots roots)
    {
        ArgumentNullException.ThrowIfNull(roots);
    }
}

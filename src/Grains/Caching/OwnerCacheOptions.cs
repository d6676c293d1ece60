namespace Bff.Grains.Caching;

/// <summary>How much the owners of a silo keep of v6's answers. Section <c>Caches</c>.</summary>
public sealed class OwnerCacheOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Caches";

    internal const int MostEntries = 10_000_000;

    /// <summary>
    /// Most answers of all owners of a silo together; beyond it those are forgotten, tenant by tenant and customer by customer, that nobody asked
    /// about for longest. Default 12,000. 1 to 10,000,000.
    /// </summary>
    public int Entries { get; set; } = 12_000;
}

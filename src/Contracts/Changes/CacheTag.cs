namespace Bff.Contracts.Changes;

/// <summary>Something whose change makes answers stale: one thing of an area, or the whole area.</summary>
/// <param name="Area">The area.</param>
/// <param name="Name">The thing (an id or slug); null for all of the area.</param>
[GenerateSerializer, Immutable, Alias("bff.cache-tag")]
public readonly record struct CacheTag([property: Id(0)] CacheArea Area, [property: Id(1)] string? Name = null)
{
    /// <inheritdoc/>
    public override string ToString() => Name is null ? Area.Name : $"{Area}:{Name}";
}

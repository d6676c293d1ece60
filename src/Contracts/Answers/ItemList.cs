using System.Collections;
using System.Collections.Immutable;

namespace Bff.Contracts.Answers;

/// <summary>A whole list, short enough to travel at once.</summary>
/// <param name="Items">The rows in v6's order.</param>
[GenerateSerializer, Immutable, Alias("bff.item-list`1")]
public sealed record ItemList<T>([property: Id(0)] ImmutableArray<T> Items) : IEnumerable<T>
{
    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => Items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.Collections.Immutable;

namespace Bff.Contracts.Content;

/// <summary>Navigation for one place of the site. Source: v6 Menu.</summary>
/// <param name="Id">Menu id, when v6 gave one.</param>
/// <param name="Location">The place that was asked for, for example <c>header</c>.</param>
/// <param name="Name">Menu name.</param>
/// <param name="Items">Top-level entries, in display order.</param>
[GenerateSerializer, Immutable, Alias("bff.menu")]
public sealed record Menu(
    [property: Id(0)] string? Id,
    [property: Id(1)] string Location,
    [property: Id(2)] string? Name,
    [property: Id(3)] ImmutableArray<MenuItem> Items);

/// <summary>Entry of a menu. Source: v6 MenuItem.</summary>
/// <param name="Id">Entry id, when v6 gave one.</param>
/// <param name="Label">Caption.</param>
/// <param name="Url">Where it leads: an absolute URL or a path of the site; null when it leads nowhere that is safe to go.</param>
/// <param name="Target"><c>_self</c> or <c>_blank</c>, when set.</param>
/// <param name="Children">Entries below this one, in display order.</param>
[GenerateSerializer, Immutable, Alias("bff.menu-item")]
public sealed record MenuItem(
    [property: Id(0)] string? Id,
    [property: Id(1)] string Label,
    [property: Id(2)] string? Url,
    [property: Id(3)] string? Target,
    [property: Id(4)] ImmutableArray<MenuItem> Children);

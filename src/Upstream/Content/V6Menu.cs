using System.Collections.Immutable;
using Bff.Upstream.Json;

namespace Bff.Upstream.Content;

/// <summary>A navigation menu. Source: v6 Menu.</summary>
internal sealed record V6Menu(string? Id, string? Location, string? Name, ImmutableArray<V6MenuItem> Items)
{
    /// <summary>Reads a menu, or a bare list of entries.</summary>
    public static V6Menu? Read(V6Json json) => json switch
    {
        { IsArray: true } => new(null, null, null, V6MenuItem.InOrder(json.Rows(V6MenuItem.Read))),
        _ when json.Get("items").IsArray => new(
            json.Key("id"), json.Key("location"), json.Text("name"), V6MenuItem.InOrder(json.Many("items", V6MenuItem.Read))),
        _ => null,
    };
}

/// <summary>An entry of a menu. Source: v6 MenuItem.</summary>
/// <remarks>
/// <c>Url</c>: Absolute address or path within the site.
/// <c>Target</c>: <c>_self</c> or <c>_blank</c>.
/// </remarks>
internal sealed record V6MenuItem(string? Id, string Label, string Url, string? Target, int SortOrder, ImmutableArray<V6MenuItem> Children)
{
    /// <summary>Reads an entry; without label and address it is unusable.</summary>
    public static V6MenuItem? Read(V6Json json) => json.Has("label") || json.Has("url")
        ? new(
            json.Key("id"),
            json.Text("label") ?? "",
            json.Text("url") ?? "",
            json.Key("target"),
            json.Int("sortOrder") ?? 0,
            InOrder(json.Many("children", Read)))
        : null;

    /// <summary>Entries in display order; those of the same position keep v6's order.</summary>
    public static ImmutableArray<V6MenuItem> InOrder(ImmutableArray<V6MenuItem> items) => [.. items.OrderBy(item => item.SortOrder)];
}

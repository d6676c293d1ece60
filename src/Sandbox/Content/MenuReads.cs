using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Content;

/// <summary>getMenu.</summary>
internal static class MenuReads
{
    public static Reply Get(Call call)
    {
        if (!CmsReads.Catalog(call).Menus.TryGetValue(call.Id, out var menu))
        {
            return Reply.NotFound();
        }

        return Reply.Ok(new JsonObject
        {
            ["id"] = "menu-" + menu.Location,
            ["location"] = menu.Location,
            ["name"] = menu.Name,
            ["items"] = Items(menu.Location, menu.Items),
        });
    }

    private static JsonArray Items(string prefix, IReadOnlyList<MenuItemSeed> items) =>
        Reply.Array(items.Select((item, i) => Item($"{prefix}-{i + 1}", i + 1, item)));

    private static JsonObject Item(string id, int order, MenuItemSeed item) => new()
    {
        ["id"] = id,
        ["label"] = item.Label,
        ["url"] = item.Url,
        ["target"] = item.Target,
        ["sortOrder"] = order,
        ["children"] = Items(id, item.Children),
    };
}

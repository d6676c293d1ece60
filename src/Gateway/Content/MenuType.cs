using Bff.Contracts.Content;
using GraphQL.Types;

namespace Bff.Gateway.Content;

internal sealed class MenuType : ObjectGraphType<Menu>
{
    public MenuType()
    {
        Name = "Menu";
        Description = "Navigation for one place of the site. Source: v6 getMenu.";
        Field<IdGraphType>("id").Description("Menu id, when v6 gives one.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("location").Description("The place that was asked for, for example header or footer.").Resolve(c => c.Source.Location);
        Field<StringGraphType>("name").Description("Menu name.").Resolve(c => c.Source.Name);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<MenuItemType>>>>("items").Description("Top-level entries, in display order.").Resolve(c => c.Source.Items);
    }
}

internal sealed class MenuItemType : ObjectGraphType<MenuItem>
{
    public MenuItemType()
    {
        Name = "MenuItem";
        Description = "Entry of a menu. Source: v6 getMenu.";
        Field<IdGraphType>("id").Description("Entry id, when v6 gives one.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("label").Description("Caption.").Resolve(c => c.Source.Label);
        Field<StringGraphType>("url")
            .Description("Where it leads: an absolute URL, a path of the site or a place on the page; null when it leads nowhere that is safe to go.")
            .Resolve(c => c.Source.Url);
        Field<StringGraphType>("target").Description("Link target, _self or _blank.").Resolve(c => c.Source.Target);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<MenuItemType>>>>("children").Description("Entries below this one, in display order.").Resolve(c => c.Source.Children);
    }
}

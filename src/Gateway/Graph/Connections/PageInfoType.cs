using GraphQL.Types;

namespace Bff.Gateway.Graph.Connections;

/// <summary>Where a window lies in its list.</summary>
internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, Func<string?> StartCursor, Func<string?> EndCursor);

internal sealed class PageInfoType : ObjectGraphType<PageInfo>
{
    public PageInfoType()
    {
        Name = "PageInfo";
        Description = "Where these rows lie in the whole list (Relay cursor connections).";
        Field<NonNullGraphType<BooleanGraphType>>("hasNextPage").Description("There are rows after these.").Resolve(c => c.Source.HasNextPage);
        Field<NonNullGraphType<BooleanGraphType>>("hasPreviousPage").Description("There are rows before these.").Resolve(c => c.Source.HasPreviousPage);
        Field<StringGraphType>("startCursor").Description("Cursor of the first row; null when there are none.").Resolve(c => c.Source.StartCursor());
        Field<StringGraphType>("endCursor").Description("Cursor of the last row, for after; null when there are none.").Resolve(c => c.Source.EndCursor());
    }
}

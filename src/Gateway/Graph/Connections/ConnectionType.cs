using GraphQL.Types;

namespace Bff.Gateway.Graph.Connections;

/// <summary><c>XConnection</c> of a node type <c>XType</c>, as the Relay cursor connections specification has it, with <c>nodes</c> and <c>totalCount</c>.</summary>
internal sealed class ConnectionType<TNodeType, T> : ObjectGraphType<ConnectionWindow<T>>
    where TNodeType : IGraphType
{
    public ConnectionType()
    {
        Name = Naming.Of<TNodeType>() + "Connection";
        Description = $"Some rows of a list of {Naming.Of<TNodeType>()}.";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EdgeType<TNodeType, T>>>>>("edges")
            .Description("The rows with their cursors.")
            .Resolve(c => Enumerable.Range(0, c.Source.Items.Length).Select(i => new ConnectionEdge<T>(c.Source, i)).ToArray());
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TNodeType>>>>("nodes").Description("The rows alone.").Resolve(c => c.Source.Items);
        Field<NonNullGraphType<PageInfoType>>("pageInfo").Description("Where these rows lie in the list.").Resolve(c => InfoOf(c.Source));
        Field<IntGraphType>("totalCount")
            .Description("Rows in the whole list, or all that match the search; null while that is not known.")
            .Resolve(c => c.Source.Total);
    }

    private static PageInfo InfoOf(ConnectionWindow<T> window) => new(
        window.HasNext,
        window.Start > 0,
        () => window.Items.IsEmpty ? null : window.CursorAt(0),
        () => window.Items.IsEmpty ? null : window.CursorAt(window.Items.Length - 1));
}

/// <summary><c>XEdge</c> of a node type <c>XType</c>.</summary>
internal sealed class EdgeType<TNodeType, T> : ObjectGraphType<ConnectionEdge<T>>
    where TNodeType : IGraphType
{
    public EdgeType()
    {
        Name = Naming.Of<TNodeType>() + "Edge";
        Description = $"One {Naming.Of<TNodeType>()} and its place in the list.";
        Field<NonNullGraphType<StringGraphType>>("cursor").Description("The place, for after.").Resolve(c => c.Source.Window.CursorAt(c.Source.Index));
        Field<NonNullGraphType<TNodeType>>("node").Description("The row.").Resolve(c => c.Source.Node);
    }
}

/// <summary>The schema's name of a graph type class: the class name without its ending <c>Type</c>.</summary>
internal static class Naming
{
    public static string Of<TGraphType>()
    {
        var name = typeof(TGraphType).Name;
        return name.EndsWith("Type", StringComparison.Ordinal) ? name[..^"Type".Length] : name;
    }
}

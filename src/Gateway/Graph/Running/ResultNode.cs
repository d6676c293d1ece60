using Bff.Gateway.Graph.Planning;

namespace Bff.Gateway.Graph.Running;

/// <summary>A place in the response that holds other places. The way up gives an error its path.</summary>
internal abstract class ResultNode(ResultNode? parent, PlannedField? field, int index)
{
    /// <summary>The way from the root to a child of this node.</summary>
    public List<object> PathTo(object child)
    {
        var path = new List<object> { child };
        for (var node = this; node.Field is not null; node = node.Parent!)
        {
            path.Add(node.Index >= 0 ? node.Index : node.Field.ResponseName);
        }

        path.Reverse();
        return path;
    }

    private ResultNode? Parent { get; } = parent;

    private PlannedField? Field { get; } = field;

    /// <summary>Place in a list; -1 for the value of a field.</summary>
    private int Index { get; } = index;
}

/// <summary>An object: one value for each planned field.</summary>
internal sealed class ObjectNode(PlannedSelection selection, object? source, ResultNode? parent, PlannedField? field, int index)
    : ResultNode(parent, field, index)
{
    public PlannedSelection Selection { get; } = selection;

    public object? Source { get; } = source;

    public object?[] Values { get; } = new object?[selection.Fields.Length];
}

/// <summary>A list of values.</summary>
internal sealed class ListNode(int capacity, bool allowsNull, ResultNode? parent, PlannedField? field, int index) : ResultNode(parent, field, index)
{
    public List<object?> Items { get; } = new(capacity);

    public bool AllowsNull { get; } = allowsNull;
}

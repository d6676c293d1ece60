using System.Collections.Immutable;

namespace Bff.Gateway.Graph.Connections;

/// <summary>The rows of a connection that one request asked for.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Start">Rows before them.</param>
/// <param name="HasNext">There are rows after them.</param>
/// <param name="Total">Rows in the whole list; null when the owner cannot tell yet.</param>
internal sealed record ConnectionWindow<T>(ImmutableArray<T> Items, int Start, bool HasNext, int? Total)
{
    /// <summary>Writes the cursor of a row; set by the field that made the window.</summary>
    public required Func<CursorPosition, string> Cursor { get; init; }

    /// <summary>Id of a row.</summary>
    public required Func<T, string> IdOf { get; init; }

    public string CursorAt(int index) => Cursor(new CursorPosition(Start + index + 1, IdOf(Items[index])));
}

/// <summary>One row and its place.</summary>
internal sealed record ConnectionEdge<T>(ConnectionWindow<T> Window, int Index)
{
    public T Node => Window.Items[Index];
}

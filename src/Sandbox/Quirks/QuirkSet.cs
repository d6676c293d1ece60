using System.Collections.Frozen;

namespace Bff.Sandbox.Quirks;

/// <summary>Rows of the notes' table that are on, and for rows with several forms which one.</summary>
internal sealed class QuirkSet
{
    /// <summary>Rows in the notes' table.</summary>
    public const int Rows = 45;

    /// <summary>Nothing on: the contract to the letter.</summary>
    public static readonly QuirkSet Contract = new([], FrozenDictionary<int, string>.Empty);

    private static long _made;

    private readonly FrozenSet<int> _rows;
    private readonly IReadOnlyDictionary<int, string> _forms;

    public QuirkSet(IEnumerable<int> rows, IReadOnlyDictionary<int, string> forms)
    {
        _rows = rows.ToFrozenSet();
        _forms = forms;
    }

    /// <summary>Different for every set, so that answers rendered under another setting are not sent.</summary>
    public long Version { get; } = Interlocked.Increment(ref _made);

    public bool IsContract => _rows.Count == 0;

    public bool this[int row] => _rows.Contains(row);

    public IReadOnlyList<int> On => [.. _rows.Order()];

    /// <summary>The form that a row was asked for in; null for its first.</summary>
    public string? Form(int row) => _forms.GetValueOrDefault(row);
}

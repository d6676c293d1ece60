namespace Bff.Sandbox.Operations;

/// <summary>The words of a <c>search</c> argument. A text matches when it holds each of them, in any order and any letter case.</summary>
internal sealed class SearchWords
{
    private readonly string[] _words;

    private SearchWords(string? search) =>
        _words = (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static SearchWords Of(Call call) => new(call.Query("search"));

    /// <summary>The rows whose text matches; the rows themselves when nothing is looked for.</summary>
    public IReadOnlyList<T> Filter<T>(IReadOnlyList<T> rows, Func<T, string> text) =>
        _words.Length == 0 ? rows : [.. rows.Where(row => Match(text(row)))];

    private bool Match(string text) => Array.TrueForAll(_words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}

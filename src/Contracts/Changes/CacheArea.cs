using System.Diagnostics.CodeAnalysis;

namespace Bff.Contracts.Changes;

/// <summary>
/// A named part of what is cached, such as <c>shop.products</c>: what a change makes stale is said by area. The areas are constants of
/// the code, never made from input, so that they may be a metric's tag.
/// </summary>
[GenerateSerializer, Immutable, Alias("bff.cache-area")]
public readonly record struct CacheArea
{
    /// <summary>Longest accepted name, in characters.</summary>
    public const int MaxLength = 40;

    private CacheArea(string name) => Name = name;

    /// <summary>Lower-case letters, digits, dots and hyphens.</summary>
    [Id(0)]
    public string Name { get; }

    /// <summary>False for anything that is not 1–40 characters of <c>a–z 0–9 . -</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CacheArea area)
    {
        var valid = text is { Length: > 0 and <= MaxLength } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
        area = valid ? new CacheArea(text!) : default;
        return valid;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is no area name.</exception>
    public static CacheArea Parse(string text) => TryParse(text, out var area) ? area : throw new FormatException("Not a cache area.");

    /// <inheritdoc/>
    public override string ToString() => Name;
}

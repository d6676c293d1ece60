using System.Globalization;
using Bff.Contracts.Keys;

namespace Bff.Caching;

/// <summary>One argument of a <see cref="CacheKey"/>. Text, number and "not given" are never equal to each other.</summary>
public readonly record struct CacheArg
{
    // Marks a number. Any other text may be input; this one is told apart by being the same instance.
    private static readonly string NumberMark = new('#', 1);

    private readonly string? _text;
    private readonly long _number;

    private CacheArg(string? text, long number)
    {
        _text = text;
        _number = number;
    }

    /// <summary>The text; null when it is none.</summary>
    public string? Text => IsNumber ? null : _text;

    /// <summary>The number; null when it is none.</summary>
    public long? Number => IsNumber ? _number : null;

    internal bool IsText(string text) => !IsNumber && string.Equals(_text, text, StringComparison.Ordinal);

    private bool IsNumber => ReferenceEquals(_text, NumberMark);

    /// <summary>A text, compared by its characters; null is "not given".</summary>
    public static implicit operator CacheArg(string? text) => new(text, 0);

    /// <summary>A number.</summary>
    public static implicit operator CacheArg(long number) => new(NumberMark, number);

    /// <summary>A calendar day.</summary>
    public static implicit operator CacheArg(DateOnly day) => new(NumberMark, day.DayNumber);

    /// <summary>An id.</summary>
    public static implicit operator CacheArg(EntityId id) => new(id.Value, 0);

    /// <summary>An id that may not be given.</summary>
    public static implicit operator CacheArg(EntityId? id) => new(id?.Value, 0);

    /// <summary>A slug.</summary>
    public static implicit operator CacheArg(Slug slug) => new(slug.Value, 0);

    /// <summary>Same kind and same content.</summary>
    public bool Equals(CacheArg other) =>
        _number == other._number && IsNumber == other.IsNumber && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => IsNumber ? _number.GetHashCode() : _text?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc/>
    public override string ToString() => IsNumber ? _number.ToString(CultureInfo.InvariantCulture) : _text ?? "-";
}

using System.Diagnostics.CodeAnalysis;

namespace Bff.Contracts.Keys;

/// <summary>A readable name of a page, post, event, product or survey in URLs; letters of every script are allowed.</summary>
[GenerateSerializer, Immutable, Alias("bff.slug")]
public readonly record struct Slug
{
    /// <summary>Longest accepted slug, in characters.</summary>
    public const int MaxLength = 200;

    private Slug(string value) => Value = value;

    /// <summary>The slug as v6 knows it, not percent-encoded.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Reads a slug from outside; false for anything that is not 1–200 letters, digits or <c>- . _ ~ :</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Slug slug)
    {
        var valid = text is not null && KeySyntax.IsSlug(text, MaxLength);
        slug = valid ? new Slug(text!) : default;
        return valid;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is no slug.</exception>
    public static Slug Parse(string text) => TryParse(text, out var slug) ? slug : throw new FormatException("Not a slug.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Diagnostics.CodeAnalysis;

namespace Bff.Contracts.Keys;

/// <summary>An id that v6 gave to a thing (service, booking, order, …): opaque text that is safe in a URL path and in a grain key.</summary>
[GenerateSerializer, Immutable, Alias("bff.entity-id")]
public readonly record struct EntityId
{
    /// <summary>Longest accepted id, in characters.</summary>
    public const int MaxLength = 128;

    private EntityId(string value) => Value = value;

    /// <summary>The id as v6 knows it.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Reads an id from outside; false for anything that is not 1–128 characters of <c>A–Z a–z 0–9 - . _ ~ :</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EntityId id)
    {
        var valid = text is not null && KeySyntax.IsIdentifier(text, MaxLength);
        id = valid ? new EntityId(text!) : default;
        return valid;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is no id.</exception>
    public static EntityId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not an id.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}

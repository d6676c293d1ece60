using System.Collections.Frozen;

namespace Bff.Gateway.Graph;

/// <summary>
/// Reads open sets of v6: case, underscores and hyphens do not count (notes V22, V27), and a value that the schema does not name is the
/// enum's first member, which must mean "unknown".
/// </summary>
internal static class OpenEnum<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<string, TEnum> Members =
        Enum.GetValues<TEnum>().ToFrozenDictionary(member => member.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The member of that name.</summary>
    public static TEnum Of(string? text) =>
        text is not null && Members.TryGetValue(text.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), out var member)
            ? member
            : default;
}

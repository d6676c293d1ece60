using System.Globalization;

namespace Bff.Contracts.Keys;

/// <summary>
/// What an identifier from outside may look like. It ends up in URL paths, grain keys and log lines, so everything
/// that means something in one of those is refused here, once, before any of them sees it.
/// </summary>
internal static class KeySyntax
{
    /// <summary>True for 1 to <paramref name="maxLength"/> letters, digits and <c>- . _ ~ :</c>, other than <c>.</c> and <c>..</c>.</summary>
    public static bool IsIdentifier(ReadOnlySpan<char> text, int maxLength) => IsText(text, maxLength, asciiOnly: true);

    /// <summary>As <see cref="IsIdentifier"/>, with the letters of every script: v6 slugs may be Chinese.</summary>
    public static bool IsSlug(ReadOnlySpan<char> text, int maxLength) => IsText(text, maxLength, asciiOnly: false);

    private static bool IsText(ReadOnlySpan<char> text, int maxLength, bool asciiOnly)
    {
        if (text.IsEmpty || text.Length > maxLength || text is "." or "..")
        {
            return false;
        }

        foreach (var c in text)
        {
            var allowed = char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or ':' || (!asciiOnly && IsLetterBeyondAscii(c));
            if (!allowed)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLetterBeyondAscii(char c) =>
        c > 127 && (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}

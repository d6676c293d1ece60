using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Bff.Gateway.Graph.Scalars;

/// <summary>An exact number. Text, because JSON numbers are binary floating point to most clients.</summary>
internal sealed class DecimalScalar() : TextScalar<decimal>(
    "Decimal", "An exact decimal number as text, such as \"12.50\".", "RFC 8259 section 6, int and frac")
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    protected override bool TryRead(string text, out decimal value)
    {
        // decimal rounds what it cannot hold, and takes "1." and "+1"; neither is exact text.
        value = default;
        return text.Length is > 0 and <= 29
            && char.IsAsciiDigit(text[^1])
            && text[0] is '-' or (>= '0' and <= '9')
            && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out value);
    }

    protected override string Write(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The code of a currency.</summary>
internal sealed class CurrencyCodeScalar() : TextScalar<string>(
    "CurrencyCode", "A currency's code of three capital letters, such as HKD.", "ISO 4217")
{
    protected override bool TryRead(string text, [NotNullWhen(true)] out string? value)
    {
        value = text;
        return text.Length == 3 && text.All(char.IsAsciiLetterUpper);
    }

    protected override string Write(string value) => value;
}

using System.Diagnostics.CodeAnalysis;

namespace Bff.Gateway.Graph.Scalars;

/// <summary>An address of electronic mail.</summary>
internal sealed class EmailAddressScalar() : TextScalar<string>(
    "EmailAddress", "An e-mail address, such as name@example.com.", "the HTML standard, section 4.10.5.1.5")
{
    protected override bool TryRead(string text, [NotNullWhen(true)] out string? value)
    {
        value = text;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= 254
            && at is > 0 and <= 64
            && text.AsSpan(0, at).ToString().All(IsLocal)
            && IsDomain(text[(at + 1)..]);
    }

    protected override string Write(string value) => value;

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || ".!#$%&'*+/=?^_`{|}~-".Contains(c, StringComparison.Ordinal);

    private static bool IsDomain(string domain) =>
        domain.Contains('.', StringComparison.Ordinal)
        && domain.Split('.').All(label =>
            label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}

/// <summary>A telephone number.</summary>
internal sealed class PhoneNumberScalar() : TextScalar<string>(
    "PhoneNumber", "A telephone number with country code, such as +85291234567.", "ITU-T E.164")
{
    protected override bool TryRead(string text, [NotNullWhen(true)] out string? value)
    {
        value = text;
        return text.Length is >= 8 and <= 16 && text[0] == '+' && text[1] is >= '1' and <= '9' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    protected override string Write(string value) => value;
}

/// <summary>An address on the web.</summary>
internal sealed class UrlScalar() : TextScalar<string>(
    "URL", "An absolute http or https address.", "RFC 3986")
{
    protected override bool TryRead(string text, [NotNullWhen(true)] out string? value)
    {
        value = text;
        return text.Length <= 2048
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https";
    }

    // What v6 gives is shown as it came: a relative image path of a merchant is better than none.
    protected override string Write(string value) => value;
}

using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Bff.Contracts.Keys;

/// <summary>A host name under which a storefront may be registered: lower case, without port. Never localhost, never an IP address.</summary>
[GenerateSerializer, Immutable, Alias("bff.storefront-domain")]
public readonly record struct StorefrontDomain
{
    /// <summary>Longest host name, in characters (RFC 1035 §2.3.4).</summary>
    public const int MaxLength = 253;

    private StorefrontDomain(string value) => Value = value;

    /// <summary>The host name, lower case.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Reads a host name from outside; false for localhost, IP addresses, single labels and anything that is no DNS name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StorefrontDomain domain)
    {
        domain = default;
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
        {
            return false;
        }

        var host = text.ToLowerInvariant();
        var labels = host.Split('.');
        if (labels.Length < 2 || labels[^1] is "localhost" || !labels.All(IsLabel) || IPAddress.TryParse(host, out _))
        {
            return false;
        }

        domain = new StorefrontDomain(host);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is no storefront domain.</exception>
    public static StorefrontDomain Parse(string text) =>
        TryParse(text, out var domain) ? domain : throw new FormatException("Not a storefront domain.");

    /// <inheritdoc/>
    public override string ToString() => Value;

    // RFC 1123 §2.1: letters, digits and inner hyphens, at most 63 characters. Internationalised names arrive as xn-- labels.
    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}

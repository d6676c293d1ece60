using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Auth;

/// <summary>
/// A customer token of v6, a secret. It prints as nothing, so that no log line, trace or exception can carry it by accident.
/// </summary>
[GenerateSerializer, Immutable, Alias("bff.customer-token")]
public readonly record struct CustomerToken
{
    /// <summary>Longest accepted token, in characters; more would not fit into a request header.</summary>
    public const int MaxLength = 8192;

    private CustomerToken(string value) => Value = value;

    /// <summary>The secret itself: for the <c>Authorization</c> header of a call to v6 and for nothing else.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Reads a token; false for anything that is not 1–8192 characters of a bearer token (RFC 6750 §2.1).</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CustomerToken token)
    {
        var valid = text is { Length: > 0 and <= MaxLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '+' or '/' or '=');
        token = valid ? new CustomerToken(text!) : default;
        return valid;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is no bearer token.</exception>
    public static CustomerToken Parse(string text) => TryParse(text, out var token) ? token : throw new FormatException("Not a bearer token.");

    /// <summary>Names the token at one tenant without showing it: the key of <see cref="ITokenVerdictGrain"/>.</summary>
    public string KeyAt(TenantId tenant) =>
        $"{tenant.Value}/{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant.Value}/{Value}")))}";

    /// <summary>Never the token.</summary>
    public override string ToString() => "[token]";
}

using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Bff.Contracts.Auth;

/// <summary>
/// Names a session without opening it: SHA-256 of the opaque id that the browser or app holds. The id has 256 random bits, so nothing
/// leads from this back to it; this may stand in grain keys, the id may not.
/// </summary>
[GenerateSerializer, Immutable, Alias("bff.session-key")]
public readonly record struct SessionKey
{
    /// <summary>Length of the text, in characters: 32 bytes in base64url.</summary>
    public const int Length = 43;

    private SessionKey(string value) => Value = value;

    /// <summary>The hash in base64url (RFC 4648 §5).</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>The key of the session that this id opens.</summary>
    public static SessionKey Of(string sessionId) => new(Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(sessionId))));

    /// <summary>Written like 32 bytes in base64url without padding; the framework's own check also takes white space.</summary>
    public static bool IsSpelled([NotNullWhen(true)] string? text) =>
        text is { Length: Length } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SessionKey key)
    {
        var valid = IsSpelled(text);
        key = valid ? new SessionKey(text!) : default;
        return valid;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is no session key.</exception>
    public static SessionKey Parse(string text) => TryParse(text, out var key) ? key : throw new FormatException("Not a session key.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}

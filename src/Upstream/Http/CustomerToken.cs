namespace Bff.Upstream.Http;

/// <summary>A secret that v6 gave to one customer. It shows itself to nobody: <see cref="ToString"/> is safe to log.</summary>
internal readonly record struct CustomerToken
{
    /// <summary>Longest accepted token, in characters; more would not fit into a request header.</summary>
    public const int MaxLength = 8192;

    private CustomerToken(string value) => Value = value;

    /// <summary>The secret itself.</summary>
    public string Value { get; }

    /// <summary>Reads a token; false for anything that could not stand in an <c>Authorization</c> header (RFC 6750 §2.1).</summary>
    public static bool TryParse(string? text, out CustomerToken token)
    {
        var valid = text is { Length: > 0 and <= MaxLength } && text.All(IsTokenCharacter);
        token = valid ? new CustomerToken(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => "***";

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '+' or '/' or '=';
}

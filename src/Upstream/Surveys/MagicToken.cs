namespace Bff.Upstream.Surveys;

/// <summary>The secret of a survey link: whoever has it may answer. It shows itself to nobody.</summary>
internal readonly record struct MagicToken
{
    /// <summary>Longest accepted token, in characters.</summary>
    public const int MaxLength = 1024;

    private MagicToken(string value) => Value = value;

    /// <summary>The secret itself: for the path of a call to v6 and for nothing else.</summary>
    public string Value { get; }

    /// <summary>Reads a token; false for anything that could mean something else in a path.</summary>
    public static bool TryParse(string? text, out MagicToken token)
    {
        var valid = text is { Length: > 0 and <= MaxLength } and not ("." or "..")
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~');
        token = valid ? new MagicToken(text!) : default;
        return valid;
    }

    /// <summary>Never the token.</summary>
    public override string ToString() => "[token]";
}

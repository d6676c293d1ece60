namespace Bff.Grains.Auth;

/// <summary>How v6 tokens of clients that sign in by themselves are checked. Section <c>Auth:OwnTokens</c>.</summary>
internal sealed class TokenVerdictOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Auth:OwnTokens";

    /// <summary>How long v6's verdict on one token is believed; a token that ends earlier is believed no longer than that. Default 10 s. 0–60 s.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Every setting that cannot work.</summary>
    public IEnumerable<string> Failures() =>
        KeepFor >= TimeSpan.Zero && KeepFor <= TimeSpan.FromMinutes(1) ? [] : [$"{Section}:{nameof(KeepFor)} must be between 0 and 60 s."];
}

namespace Bff.Grains.Content;

/// <summary>
/// Lets through the addresses that lead somewhere and run nothing. Browsers read addresses more leniently than any parser of ours, so what is
/// let through is what can only be read in one way.
/// </summary>
internal static class SafeUrls
{
    private const int MaxLength = 2048;

    /// <summary>Where something to show lies: http(s), or a path of the site. Null for anything else.</summary>
    public static string? Source(string? url) => IsPlain(url) && (IsPath(url) || HasScheme(url, "http", "https")) ? url : null;

    /// <summary>Where a link leads: as <see cref="Source"/>, a place on the page, an e-mail address or a phone number. Null for anything else.</summary>
    public static string? Link(string? url) =>
        IsPlain(url) && (url[0] == '#' || IsPath(url) || HasScheme(url, "http", "https", "mailto", "tel")) ? url : null;

    /// <summary>What may stand in a frame: an absolute https address. Null for anything else.</summary>
    public static string? Frame(string? url) => IsPlain(url) && HasScheme(url, "https") ? url : null;

    // Browsers strip tabs and line breaks from within a URL and read a backslash as a slash.
    private static bool IsPlain([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? url) =>
        url is { Length: > 0 and <= MaxLength } && !url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\\' or '<' or '>' or '"');

    // "//host" leaves the site. A bare "page" or "./page" is a path too, as long as nothing in it could be taken for a scheme.
    private static bool IsPath(string url) =>
        !url.StartsWith("//", StringComparison.Ordinal)
        && url.AsSpan(0, url.AsSpan().IndexOfAny('/', '?', '#') is var end and >= 0 ? end : url.Length).IndexOf(':') < 0;

    private static bool HasScheme(string url, params ReadOnlySpan<string> schemes) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && schemes.Contains(parsed.Scheme)
        && url.StartsWith(parsed.Scheme + ":", StringComparison.OrdinalIgnoreCase)
        && (parsed.Scheme is "mailto" or "tel" || parsed.Host.Length > 0);
}

namespace Bff.Gateway.Auth;

/// <summary>The session cookie as a browser sends it back.</summary>
internal static class SessionCookie
{
    /// <summary>
    /// The prefix makes browsers insist on Secure, Path=/ and no Domain, so that neither another host nor plain HTTP can plant one
    /// (RFC 6265bis §4.1.3.2).
    /// </summary>
    public const string Name = "__Host-bff-session";

    /// <summary>Every value sent under the name. The framework's own reader keeps one of two, and which one may be an attacker's choice.</summary>
    public static List<string> ValuesIn(IHeaderDictionary headers)
    {
        List<string> values = [];
        foreach (var header in headers.Cookie)
        {
            foreach (var pair in (header ?? "").Split(';', StringSplitOptions.TrimEntries))
            {
                if (pair.StartsWith(Name + "=", StringComparison.Ordinal))
                {
                    values.Add(pair[(Name.Length + 1)..]);
                }
            }
        }

        return values;
    }
}

using Bff.Contracts.Auth;

namespace Bff.Gateway.Auth;

/// <summary>How a caller proves who it is.</summary>
internal enum CredentialMode
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>A browser's cookie.</summary>
    Cookie,

    /// <summary>A session id as bearer: native apps and server-side rendering.</summary>
    Bearer,

    /// <summary>A v6 token as bearer: clients from before this gateway.</summary>
    Token,
}

/// <summary>What a request brings, read but not believed.</summary>
/// <param name="Mode">In which of the three ways.</param>
/// <param name="Session">The session id, in the first two.</param>
/// <param name="Token">The v6 token, in the third.</param>
internal readonly record struct PresentedCredential(CredentialMode Mode, SessionId Session, CustomerToken Token)
{
    private const string Scheme = "Bearer ";

    /// <summary>What the cluster is asked about; null when nothing was presented.</summary>
    public Credential? Credential => Mode switch
    {
        CredentialMode.None => null,
        CredentialMode.Token => new TokenCredential(Token),
        _ => new SessionCredential(Session.Key),
    };

    /// <summary>
    /// False for what no honest client sends: a doubled cookie or header, a malformed one, or a cookie and a bearer that do not say the
    /// same. Guessing which of two is meant would let whoever can plant one of them choose.
    /// </summary>
    public static bool TryRead(IHeaderDictionary headers, out PresentedCredential credential)
    {
        credential = default;
        if (!TryReadCookie(headers, out var cookie) || !TryReadBearer(headers, out var bearer))
        {
            return false;
        }

        credential = bearer.Mode is CredentialMode.None ? cookie : bearer;
        return cookie.Mode is CredentialMode.None || bearer.Mode is CredentialMode.None || cookie.Session == bearer.Session;
    }

    private static bool TryReadCookie(IHeaderDictionary headers, out PresentedCredential credential)
    {
        credential = default;
        if (headers.Cookie.Count == 0 || SessionCookie.ValuesIn(headers) is not { Count: > 0 } values)
        {
            return true;
        }

        var valid = SessionId.TryParse(values[0], out var id) && values.Count == 1;
        credential = valid ? new PresentedCredential(CredentialMode.Cookie, id, default) : default;
        return valid;
    }

    private static bool TryReadBearer(IHeaderDictionary headers, out PresentedCredential credential)
    {
        credential = default;
        if (headers.Authorization.Count == 0)
        {
            return true;
        }

        var header = headers.Authorization[0] ?? "";
        if (headers.Authorization.Count > 1 || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var text = header[Scheme.Length..];
        if (SessionId.TryParse(text, out var id))
        {
            credential = new PresentedCredential(CredentialMode.Bearer, id, default);
            return true;
        }

        // A JWT has two dots (RFC 7519 §3.1, JWS compact form) and an id of ours none: the two cannot be mistaken for one another.
        if (text.Count(c => c == '.') != 2 || !CustomerToken.TryParse(text, out var token))
        {
            return false;
        }

        credential = new PresentedCredential(CredentialMode.Token, default, token);
        return true;
    }
}

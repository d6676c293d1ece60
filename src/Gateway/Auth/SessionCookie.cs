using Bff.Contracts.Keys;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Auth;

/// <summary>The session cookie, on its way out and back.</summary>
internal sealed class SessionCookie(IOptions<SessionEdgeOptions> options)
{
    /// <summary>
    /// The prefix makes browsers insist on Secure, Path=/ and no Domain, so that neither another host nor plain HTTP can plant one
    /// (RFC 6265bis §4.1.3.2).
    /// </summary>
    public const string Name = "__Host-bff-session";

    private readonly HashSet<string> _crossSite = new(options.Value.CrossSiteTenants, StringComparer.Ordinal);

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

    /// <summary>Gives the browser the session.</summary>
    public void Set(HttpResponse response, TenantId tenant, SessionId session)
    {
        var cookie = Attributes(tenant);
        cookie.MaxAge = options.Value.CookieFor;
        Write(response, session.Secret, cookie);
    }

    /// <summary>Takes the cookie away: what it opened is no more.</summary>
    public void Remove(HttpResponse response, TenantId? tenant)
    {
        var cookie = Attributes(tenant);
        cookie.MaxAge = TimeSpan.Zero;
        Write(response, "", cookie);
    }

    private static void Write(HttpResponse response, string value, CookieOptions cookie)
    {
        response.Headers.CacheControl = "no-store";
        response.Cookies.Append(Name, value, cookie);
    }

    private CookieOptions Attributes(TenantId? tenant)
    {
        var isCrossSite = tenant is { } id && _crossSite.Contains(id.Value);
        var cookie = new CookieOptions
        {
            Path = "/",
            Secure = true,
            HttpOnly = true,
            SameSite = isCrossSite ? SameSiteMode.None : SameSiteMode.Lax,
            IsEssential = true,
        };
        if (isCrossSite)
        {
            // CHIPS: each embedding site has a jar of its own, so that this cookie is no tracker and browsers keep it.
            cookie.Extensions.Add("Partitioned");
        }

        return cookie;
    }
}

using Bff.Gateway.Auth;

namespace Bff.Gateway.Edge;

/// <summary>Who sends a request, as far as its headers say.</summary>
internal static class Caller
{
    /// <summary>It says that somebody has signed in. Cookies of others, such as those that count visitors, say nothing.</summary>
    public static bool HasCredentials(HttpRequest request) =>
        request.Headers.Authorization.Count > 0 || (request.Headers.Cookie.Count > 0 && SessionCookie.ValuesIn(request.Headers).Count > 0);
}
